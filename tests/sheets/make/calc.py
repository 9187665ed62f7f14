"""Sheets saved as text by LibreOffice Calc, without its window.

Each workbook is written as a flat OpenDocument file with typed cells (days are days, numbers are numbers, the sum is a
formula) and then saved by Calc itself, so quoting, empty cells, merged cells and the shape of days are its own.

    python3 calc.py        # `soffice` on PATH; writes ../calc-*
"""

import os
import shutil
import subprocess
import tempfile
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.dirname(HERE)

COMMA, SEMICOLON, TAB, PIPE = 44, 59, 9, 124
UTF_8, WINDOWS_1252, UTF_16 = 76, 1, 65535

# How cells are shown: the number formats that the workbooks use, in OpenDocument's words.
STYLES = {
    "us": """<number:date-style style:name="N-us"><number:month/><number:text>/</number:text><number:day/>
        <number:text>/</number:text><number:year number:style="long"/></number:date-style>""",
    "us2": """<number:date-style style:name="N-us2"><number:month number:style="long"/><number:text>/</number:text>
        <number:day number:style="long"/><number:text>/</number:text><number:year/></number:date-style>""",
    "de": """<number:date-style style:name="N-de"><number:day number:style="long"/><number:text>.</number:text>
        <number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>""",
    "words": """<number:date-style style:name="N-words" number:language="en" number:country="US">
        <number:month number:style="long" number:textual="true"/><number:text> </number:text><number:day/>
        <number:text>, </number:text><number:year number:style="long"/></number:date-style>""",
    "stamp": """<number:date-style style:name="N-stamp"><number:month/><number:text>/</number:text><number:day/>
        <number:text>/</number:text><number:year number:style="long"/><number:text> </number:text>
        <number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>""",
    "two": """<number:number-style style:name="N-two"><number:number number:decimal-places="2" number:min-decimal-places="2"
        number:min-integer-digits="1"/></number:number-style>""",
    "comma": """<number:number-style style:name="N-comma" number:language="de" number:country="DE">
        <number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/></number:number-style>""",
    "ceu": """<number:number-style style:name="N-ceu"><number:number number:decimal-places="1" number:min-decimal-places="1"
        number:min-integer-digits="1"/><number:text> CEU</number:text></number:number-style>""",
    "general": """<number:number-style style:name="N-general"><number:number number:min-integer-digits="1"/></number:number-style>""",
}


def text(value, across=1):
    """A text, with its line breaks, over so many columns."""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    span = f' table:number-columns-spanned="{across}" table:number-rows-spanned="1"' if across > 1 else ""
    covered = "<table:covered-table-cell/>" * (across - 1)
    return f'<table:table-cell office:value-type="string"{span}>{lines}</table:table-cell>{covered}'


def down(value, rows):
    """A text over so many rows; below it stands COVERED."""
    return (f'<table:table-cell office:value-type="string" table:number-columns-spanned="1" '
            f'table:number-rows-spanned="{rows}"><text:p>{escape(value)}</text:p></table:table-cell>')


def day(iso, style):
    return f'<table:table-cell table:style-name="c-{style}" office:value-type="date" office:date-value="{iso}"/>'


def number(value, style="general"):
    return f'<table:table-cell table:style-name="c-{style}" office:value-type="float" office:value="{value}"/>'


def total(formula, style="general"):
    return f'<table:table-cell table:style-name="c-{style}" table:formula="of:={formula}" office:value-type="float"/>'


EMPTY = "<table:table-cell/>"
COVERED = "<table:covered-table-cell/>"


def row(*cells):
    return "<table:table-row>" + "".join(text(c) if not c.startswith("<") else c for c in cells) + "</table:table-row>"


def workbook(rows):
    styles = "".join(STYLES.values())
    cells = "".join(f'<style:style style:name="c-{n}" style:family="table-cell" style:data-style-name="N-{n}"/>' for n in STYLES)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>{styles}{cells}</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="CEUs">{"".join(rows)}</table:table></office:spreadsheet></office:body>
</office:document>"""


def save(name, rows, delimiter, charset=UTF_8, quote_all=False, as_shown=True):
    # The tokens: delimiter, quote, charset, first line, columns, language, quote all text, special numbers, as shown.
    options = f"{delimiter},34,{charset},1,,0,{str(quote_all).lower()},false,{str(as_shown).lower()}"
    convert(name, rows, f"csv:Text - txt - csv (StarCalc):{options}")


def convert(name, rows, to):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "book.fods")
        with open(source, "w", encoding="utf-8") as file:
            file.write(workbook(rows))
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", to,
                        "--outdir", folder, source], check=True, capture_output=True)
        shutil.copyfile(os.path.join(folder, "book." + to.split(":")[0]), os.path.join(OUT, name))


# A title over the whole width, a blank row, days as an American sees them, and a sum below.
save("calc-title-and-total.csv", [
    row(text("My CEU log, 2025-2027 cycle", across=5)),
    row(EMPTY),
    row("Date Completed", "Course Title", "Vendor", "Index #", "CEU's"),
    row(day("2025-09-16", "us"), "E/M leveling refresher", "Cedar Grove Chapter", "XCG0916250100A", number(1)),
    row(day("2025-11-04", "us"), "Modifier 25, or not?", "Lakeside Coding Institute", "XLC1104250150B", number(1.5)),
    row(day("2026-01-20", "us"), "Risk adjustment: \"clean\" HCCs", "Lakeside Coding Institute", "XLC0120260200A", number(2)),
    row(day("2026-03-05", "us"), "Auditing telehealth notes", "Northwind Webinars", "0040718", number(0.5)),
    row(day("2026-05-28", "us"), "Regional spring workshop", "Cedar Grove Chapter", "XCG0528260600A", number(6)),
    row(EMPTY),
    row("Total", EMPTY, EMPTY, EMPTY, total("SUM([.E4:.E8])")),
], COMMA)

# A German office: semicolons, Windows-1252, a decimal comma, German words in the header.
save("calc-german.csv", [
    row("Datum", "Fortbildung", "Anbieter", "Index Number", "CEUs", "Bemerkung"),
    row(day("2026-01-14", "de"), "ICD-10-CM: Änderungen 2026", "Kodierakademie Süd", "XKS0114260150A", number(1.5, "comma"), "mit Prüfung"),
    row(day("2026-02-03", "de"), "Überblick DRG; Gruppierung", "Kodierakademie Süd", "XKS0203260100A", number(1, "comma"), EMPTY),
    row(day("2026-03-31", "de"), "Straßenunfälle: äußere Ursachen", "Fachverband Nord", "XFN0331260200A", number(2, "comma"), "Bescheinigung fehlt"),
    row(day("2026-04-12", "de"), "CPT für Anfänger", "Fachverband Nord", EMPTY, number(0.5, "comma"), EMPTY),
    row(day("2026-06-23", "de"), "Jahrestagung", "Fachverband Nord", "XFN0623261200A", number(12, "comma"), "zwei Tage"),
], SEMICOLON, WINDOWS_1252)

# Line breaks inside cells, every text quoted, months in words.
save("calc-breaks-in-cells.csv", [
    row("Date", "Activity", "Presented by", "Contact Hours", "Notes"),
    row(day("2026-02-11", "words"), "Denials 101", "Priya's study group", number(1), "Slides are in the shared folder.\nAsk for the handout."),
    row(day("2026-03-18", "words"), "Surgery coding\n(part 1 of 2)", "Harborview Seminars", number(1.5), ""),
    row(day("2026-03-25", "words"), "Surgery coding\n(part 2 of 2)", "Harborview Seminars", number(1.5), "He said \"no recording\"."),
    row(day("2026-04-01", "words"), "Compliance update", "Harborview Seminars", number(0.75), "Line one\n\nline three"),
    row(day("2026-04-22", "words"), "Anatomy: the knee", "Harborview Seminars", number(1), ""),
], COMMA, quote_all=True)

# The days lost their format, so only their serial numbers are saved.
save("calc-serial-days.csv", [
    row("Date", "Course", "Provider", "CEUs"),
    *(row(number(serial), title, "Juniper Learning", number(ceus)) for serial, title, ceus in [
        (45931, "Outpatient basics", 1), (45975, "Infusions and injections", 1.5), (46003, "Year-end code changes", 2),
        (46065, "Payer policies", 0.5), (46112, "Radiology by example", 1), (46180, "Mid-year update", 1)]),
], COMMA)

# Not saved as shown: numbers in full, days as the program has them.
save("calc-not-as-shown.csv", [
    row("Date Completed", "Course Title", "Provider", "CEUs", "Certificate"),
    row(day("2025-10-02", "us"), "HIM leadership forum", "Maple State Association", number(3, "ceu"), "yes"),
    row(day("2025-12-09", "us"), "Privacy officer round table", "Maple State Association", number(1.25, "ceu"), "yes"),
    row(day("2026-02-17", "us"), "Coding clinic review", "Juniper Learning", number(1, "ceu"), "no"),
    row(day("2026-04-30", "us"), "Data quality", "Juniper Learning", number(2.5, "ceu"), "yes"),
    row(day("2026-06-16", "us"), "Clinical documentation", "Juniper Learning", number(1, "ceu"), "yes"),
], COMMA, as_shown=False)

# The unit in the number's format, a year of two digits, tabs, UTF-16.
save("calc-utf16-tabs.tsv", [
    row("Date", "Title", "Sponsor", "CEUs"),
    row(day("2026-01-09", "us2"), "Café coding: coffee and codes ☕", "Río Verde Chapter", number(1, "ceu")),
    row(day("2026-01-23", "us2"), "Orthopédie – vocabulaire", "Río Verde Chapter", number(1.5, "ceu")),
    row(day("2026-02-13", "us2"), "Coding naïvely", "Río Verde Chapter", number(0.5, "ceu")),
    row(day("2026-03-27", "us2"), "New codes 🎉", "Río Verde Chapter", number(2, "ceu")),
    row(day("2026-05-15", "us2"), "Smörgåsbord of E/M", "Río Verde Chapter", number(1, "ceu")),
], TAB, UTF_16)

# Two rows of header: "CEUs" stands over the columns of two bodies.
save("calc-two-header-rows.csv", [
    row(EMPTY, EMPTY, EMPTY, text("CEUs", across=2), EMPTY),
    row("Date", "Title", "Sponsor", "AAPC", "AHIMA", "HIIM Domain"),
    row(day("2026-01-13", "us"), "Sepsis, again", "Juniper Learning", number(1.5), number(1), "Clinical Foundations"),
    row(day("2026-02-24", "us"), "Charge capture", "Juniper Learning", number(1), number(1), "Revenue Cycle Management"),
    row(day("2026-03-10", "us"), "Information blocking", "Maple State Association", EMPTY, number(2), "Health Law and Compliance"),
    row(day("2026-04-21", "us"), "Wound care coding", "Cedar Grove Chapter", number(2), EMPTY, EMPTY),
    row(day("2026-05-19", "us"), "Dashboards for managers", "Maple State Association", EMPTY, number(1), "Informatics, Analytics and Data Use"),
], COMMA)

# The months are merged downwards, so only the first row of each group says it; a sum after each group.
save("calc-merged-groups.csv", [
    row("Month", "Day", "Activity", "CEUs"),
    row(down("January 2026", 3), number(8), "Chapter meeting", number(1)),
    row(COVERED, number(15), "E/M audit workshop", number(2)),
    row(COVERED, number(29), "Book club: guidelines", number(0.5)),
    row(EMPTY, EMPTY, "Subtotal", total("SUM([.D2:.D4])")),
    row(down("February 2026", 2), number(12), "Chapter meeting", number(1)),
    row(COVERED, number(26), "Payer panel", number(1.5)),
    row(EMPTY, EMPTY, "Subtotal", total("SUM([.D6:.D7])")),
    row("Grand total", EMPTY, EMPTY, total("[.D5]+[.D8]")),
], COMMA)

# A time of day with each day, and pipes for commas.
save("calc-datetimes-pipes.txt", [
    row("Completed On", "Webinar", "Organization", "Credits"),
    row(day("2026-02-02T12:00:00", "stamp"), "Lunch and learn: modifiers", "AAPC", number(1, "two")),
    row(day("2026-02-19T18:30:00", "stamp"), "Evening webinar | Q&A", "AAPC", number(1.5, "two")),
    row(day("2026-03-03T12:00:00", "stamp"), "Lunch and learn: denials", "AHIMA", number(1, "two")),
    row(day("2026-03-24T09:15:00", "stamp"), "Ethics for coders", "AAPC and AHIMA", number(0.5, "two")),
    row(day("2026-04-14T00:00:00", "stamp"), "All-day boot camp", "AAPC", number(7, "two")),
], PIPE)

# A workbook that was renamed instead of saved as text.
convert("calc-workbook-renamed.csv", [
    row("Date", "Title", "CEUs"),
    row(day("2026-01-13", "us"), "Renamed, not exported", number(1)),
], "xlsx")
