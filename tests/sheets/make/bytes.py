"""Sheets written to the byte: as programs that do not run here are known to save them, and as people break them.

    python3 bytes.py        # no packages; writes ../excel-*, ../google-*, ../numbers-*, ../java-*, ../by-hand-*
"""

import os

OUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def save(name, text, encoding="utf-8", ends="\r\n", mark=b""):
    lines = text.strip("\n").split("\n")
    save_bytes(name, mark + (ends.join(lines) + ends).encode(encoding))


def save_bytes(name, content):
    with open(os.path.join(OUT, name), "wb") as file:
        file.write(content)


UTF_8_MARK = b"\xef\xbb\xbf"

# ---- Excel ----

# "CSV UTF-8 (Comma delimited)": a mark, CRLF, quotes only where needed, a break inside a cell as LF alone.
save_bytes("excel-utf8.csv", UTF_8_MARK + "\r\n".join([
    "Date Completed,Course Title,Vendor,Index #,# CEUs,Notes",
    "9/3/2025,Résumé of E/M changes,Cedar Grove Chapter,XCG0903250100A,1,",
    '10/15/2025,"Drug units, waste and ""JW""",Harborview Seminars,XHS1015250150A,1.5,"asked about JZ\nanswer by e-mail"',
    "11/19/2025,Señales: Spanish for coders 👍,Harborview Seminars,XHS1119250100B,1,",
    "1/14/2026,Ambulance – origin & destination,Harborview Seminars,XHS0114260050A,.5,",
    "2/18/2026,Dental crossover,Northwind Webinars,,2,no index number",
    "",
]).encode())

# "CSV (Comma delimited)" of an American Windows: Windows-1252 with its curly quotes and dashes.
save("excel-windows-1252.csv", """
Date,Activity,Presented by,CEUs,Index Number
1/5/26,“Incident to” – who bills?,Dr. Søren’s office hours,1,XSO0105260100A
1/19/26,Café coders’ meeting,Río Verde Chapter,1.5,XRV0119260150A
2/16/26,Naïve v. informed: E/M,Río Verde Chapter,1,XRV0216260100A
3/16/26,½-hour huddle,Río Verde Chapter,0.5,XRV0316260050A
4/20/26,Fees in € and £,Río Verde Chapter,1,XRV0420260100A
""", "cp1252")

# German regional settings: semicolons, Windows-1252, a decimal comma, days with dots.
save("excel-german.csv", """
Abgeschlossen am;Titel;Veranstalter;Index-Nr.;CEUs
05.01.2026;Einführung: CPT und HCPCS;Kodierakademie Süd;XKS0105260150A;1,5
19.01.2026;"Häufige Fehler; und was hilft";Kodierakademie Süd;XKS0119260100A;1
16.02.2026;Größenangaben bei Läsionen;Fachverband Nord;XFN0216260200A;2,25
16.03.2026;Übungsfälle;Fachverband Nord;XFN0316260100A;1
20.04.2026;Prüfungsvorbereitung;Fachverband Nord;;0,5
""", "cp1252")

# French regional settings: the day first, which the 23rd shows, and "œ", which Latin-1 has not.
save("excel-french.csv", """
Date;Intitulé;Organisme;Nombre de CEU;Attestation
05/01/2026;Le cœur et ses codes;Chapitre du Lac;1,5;oui
12/01/2026;Œdèmes;Chapitre du Lac;1;oui
23/02/2026;Sténose ou occlusion ?;Chapitre du Lac;2;non
03/03/2026;Codage des plaies;Chapitre du Lac;0,5;oui
04/05/2026;Journée régionale;Chapitre du Lac;6;
""", "cp1252")

# "Unicode Text": UTF-16, little end first, with its mark; tabs; a cell with a comma is quoted all the same.
save("excel-unicode-text.txt", """
Date\tTitle\tProvider\tCEUs\tCEU's approved for
1/8/2026\t"Coding, the long way"\tLakeside Coding Institute\t1\tCPC
1/22/2026\tRésection\tLakeside Coding Institute\t1.5\tCPC, CPMA
2/5/2026\t"The ""new"" patient"\tLakeside Coding Institute\t1\tCPC
2/19/2026\t眼科 – ophthalmology\tLakeside Coding Institute\t2\tCPC
3/5/2026\tPills 💊\tLakeside Coding Institute\t0.5\tCPC
""", "utf-16-le", mark=b"\xff\xfe")

# "CSV (Macintosh)": a lone CR ends each row.
save("excel-macintosh.csv", """
Date,Course,Sponsor,CEUs
1/7/2026,Casting and splints,Juniper Learning,1
1/21/2026,"Arthroscopy, shoulder",Juniper Learning,1
2/4/2026,Arthroscopy of the knee,Juniper Learning,1.5
2/18/2026,Spine injections,Juniper Learning,1
3/4/2026,Hardware removal,Juniper Learning,0.5
""", "ascii", ends="\r")

# A first line that tells Excel the delimiter.
save("excel-sep-line.csv", """
sep=;
Date;Title;Sponsor;CEUs
2026-01-07;Units, minutes, rules;Juniper Learning;1.5
2026-01-21;Therapy caps;Juniper Learning;1
2026-02-04;"Semicolons; in a title";Juniper Learning;1
2026-02-18;Group sessions;Juniper Learning;0.5
2026-03-04;Plan of care;Juniper Learning;1
""")

# "Text (Tab delimited)" of a sheet whose last columns were once formatted: tabs at the end of each row, empty rows below.
save("excel-trailing-tabs.txt", """
Date\tTitle\tCEUs\tCert on file?\t\t\t
1/12/2026\tObstetric packages\t1\tx\t\t\t
2/9/2026\t"Delivery only, or global?"\t1.5\tx\t\t\t
3/9/2026\tNewborn visits\t1\t\t\t\t
4/13/2026\tVaccines\t0.5\tx\t\t\t
5/11/2026\tWell child\t1\tx\t\t\t
\t\t\t\t\t\t
\t\t\t\t\t\t
""", "cp1252")

# ---- others ----

# Google Sheets: UTF-8 without a mark, CRLF, no line end after the last row.
save_bytes("google-sheets.csv", "\r\n".join([
    "Timestamp,Date Completed,Title,Organization,AAPC CEUs,AHIMA CEUs,Upload certificate",
    "1/12/2026 9:41:07,1/10/2026,Winter webinar,AAPC,1,,https://example.org/open?id=aaaa",
    "1/30/2026 20:15:44,1/29/2026,\"Ethics, shared\",Both,1,1,https://example.org/open?id=bbbb",
    "2/14/2026 11:02:30,2/13/2026,Valentine’s coding ❤️,AAPC,1.5,,",
    "3/3/2026 7:55:12,2/28/2026,Component meeting,AHIMA,,2,https://example.org/open?id=cccc",
    "4/22/2026 16:20:59,4/21/2026,\"Data, data, data\",AHIMA,,1.5,",
]).encode())

# Apple Numbers with "Include table names": the table's name stands above it, and a row of commas below.
save("numbers-table-name.csv", """
Table 1,,,,
Date,Activity,Sponsor,Credits,Certificate
"Jan 13, 2026",Tumors and margins,Lakeside Coding Institute,1.5,TRUE
"Feb 10, 2026",Frozen sections,Lakeside Coding Institute,1,TRUE
"Mar 10, 2026",Special stains,Lakeside Coding Institute,1,FALSE
"Apr 14, 2026",Cytology,Lakeside Coding Institute,0.5,TRUE
"May 12, 2026",Second opinions,Lakeside Coding Institute,1,FALSE
,,,5,
""", ends="\n")

# UTF-16 with the big end first, as some Java programs write it.
save("java-utf16-big-end.csv", """
Completion Date,Learning Activity,Credit Type,Credits Earned
2026-01-15,Orientation für Einsteiger,AAPC CEU,1.00
2026-02-15,Confidentiality,AAPC CEU,0.50
2026-03-15,Querying physicians,AHIMA CEU,1.00
2026-04-15,Querying physicians (AAPC),AAPC CEU,1.00
2026-05-15,Résumé review,None,0.00
""", "utf-16-be", ends="\n", mark=b"\xfe\xff")

# ---- by hand ----

# No header at all.
save("by-hand-no-header.csv", """
1/13/2026,Gastro procedures,Juniper Learning,XJL0113260100A,1
1/27/2026,Colonoscopy: screening or not,Juniper Learning,XJL0127260150A,1.5
2/10/2026,Endoscopy modifiers,Juniper Learning,XJL0210260100A,1
2/24/2026,Liver and bile,Juniper Learning,XJL0224260100A,1
3/10/2026,Hernias,Juniper Learning,XJL0310260050A,0.5
""", ends="\n")

# No row decides whether the day or the month stands first.
save("by-hand-ambiguous-days.csv", """
Date,Title,Sponsor,CEUs
01/02/2026,Tendons,Juniper Learning,1
03/04/2026,Ligaments,Juniper Learning,1
05/06/2026,Cartilage,Juniper Learning,1.5
07/08/2026,Bursae,Juniper Learning,0.5
09/10/2026,Joints,Juniper Learning,1
""", ends="\n")

# The third row says that the day stands first; without it the others could be either.
save("by-hand-day-first.csv", """
Completed,Title,Sponsor,CEUs
02/01/2026,Claims basics,Northwind Webinars,1
04/03/2026,Appeals,Northwind Webinars,1
25/03/2026,Timely filing,Northwind Webinars,1
06/05/2026,Remittance advice,Northwind Webinars,1.5
08/06/2026,Credit balances,Northwind Webinars,1
""")

# One row says that the month stands first, another that the day does: two people kept this list.
save("by-hand-contradictory-days.csv", """
Date,Title,Sponsor,CEUs
1/25/2026,Allergy testing,Juniper Learning,1
25/2/2026,Immunotherapy,Juniper Learning,1
3/4/2026,Asthma,Juniper Learning,0.5
2/30/2026,Sinus surgery,Juniper Learning,1
13/13/2026,Ear tubes,Juniper Learning,1
2026-06-31,Hearing tests,Juniper Learning,1
""", ends="\n")

# Days in every form that one column can hold.
save("by-hand-days-in-words.csv", """
When,What,Who,How many
"March 5, 2026",Skin grafts,Lakeside Coding Institute,1.5 hrs
5 Mar 2026,Burn debridement,Lakeside Coding Institute,1 hour
Mar. 19 2026,Pressure ulcers,Lakeside Coding Institute,1 CEU
2-Apr-26,Negative pressure,Lakeside Coding Institute,one
"Thursday, April 16, 2026",Hyperbaric,Lakeside Coding Institute,2 CEUs
Sept 3rd 2026,Compression,Lakeside Coding Institute,45 min
spring 2026,Book chapter,myself,?
Mar-26,Podcast,myself,N/A
""", ends="\n")

# What people write where a number belongs.
save("by-hand-amounts.csv", """
Date,Title,CEU's
2026-01-05,In full,1.0 CEU
2026-01-06,With hours,1.5 hrs
2026-01-07,With a comma,"1,5"
2026-01-08,Empty,
2026-01-09,Not applicable,N/A
2026-01-12,A dash,-
2026-01-13,A long dash,–
2026-01-14,Nothing,0
2026-01-15,Less than nothing,-1
2026-01-16,Far too many,1000
2026-01-19,Too fine,1.125
2026-01-20,A fraction,1 1/2
2026-01-21,Half,½
2026-01-22,To be told,TBD
2026-01-23,With a plus,+1
2026-01-26,A sum,=1+1
2026-01-27,Without the zero,.5
2026-01-28,With a point at the end,2.
2026-01-29,Thousands,"1,000"
2026-01-30,A range,1-2
""", ends="\n")

# Too few cells, too many, blank rows between, and a remark below.
save("by-hand-ragged.csv", """
Date,Title,Sponsor,Index #,CEUs

2026-01-07,Complete,Juniper Learning,XJL0107260100A,1
2026-01-14,One cell short,Juniper Learning,1

2026-01-21,Two too many,Juniper Learning,XJL0121260100A,1,what,else
2026-01-28,Title, with a bare comma,Juniper Learning,XJL0128260100A,1
2026-02-04
,,,,
2026-02-11,After the gap,Juniper Learning,XJL0211260100A,2

* bring certificates to the May meeting
""", ends="\n")

# A quote that is never closed swallows what follows.
save("by-hand-unclosed-quote.csv", """
Date,Title,Sponsor,CEUs
2026-01-07,Before,Juniper Learning,1
2026-01-14,"Opened and never closed,Juniper Learning,1
2026-01-21,After,Juniper Learning,1.5
2026-01-28,Later,Juniper Learning,1
2026-02-04,Last,Juniper Learning,1
""", ends="\n")

# Quotes inside cells that are not quoted, and text after a closing quote.
save("by-hand-stray-quotes.csv", '''
Date,Title,Sponsor,CEUs
2026-01-07,The 2" incision,Juniper Learning,1
2026-01-14,So "called" simple,Juniper Learning,1
2026-01-21,"Quoted" and then not,Juniper Learning,1
2026-01-28, "After a space, quoted",Juniper Learning,1
2026-02-04,'Apostrophes, not quotes',Juniper Learning,1
2026-02-11,"Doubled ""as it should be""",Juniper Learning,1.5
''', ends="\n")

# The same activity twice, twice with another amount, and once more with other capitals.
save("by-hand-duplicates.csv", """
Date,Title,Sponsor,Index Number,CEUs
2026-01-07,Denials and appeals,Northwind Webinars,00090010,1
2026-01-07,Denials and appeals,Northwind Webinars,00090010,1
2026-01-07,Denials and appeals,Northwind Webinars,00090010,1.5
2026-01-07,DENIALS AND APPEALS ,northwind webinars,90010,1
2026-02-04,Denials and appeals,Northwind Webinars,00090011,1
2026-02-04,Another one,Northwind Webinars,00090011,1
""", ends="\n")

# A copy from the tracker's page: title rows, the body in a column, rows of both bodies, a domain, a total.
save("by-hand-organization-column.csv", """
CEUs for J. Example (invented)
Printed 6/1/2026

AAPC Index Number,Activity,Date Completed,Credits,Organization,HIIM Domain,Certificate on file
XJL0107260100A,Sepsis definitions,1/7/2026,1,AAPC,,Yes
,Sepsis definitions,1/7/2026,1,AHIMA,Clinical Foundations,Yes
XJL0121260150A,Release of information,1/21/2026,1.5,AAPC/AHIMA,Information Protection,No
,Budgeting,2/25/2026,2,AHIMA,Organizational Management and Leadership,Yes
XJL0311260050A,Lunch talk,3/11/2026,0.5,aapc,,
,Painting class,3/14/2026,3,Arts Center,Other,No
,TOTAL,,9,,,
""", ends="\n")

# Line ends of three kinds in one file, and a space that does not break.
save_bytes("by-hand-mixed-ends.csv", (
    "Date,Title,CEUs\r\n"
    "2026-01-07,Windows end,1\n"
    "2026-01-14,Unix end,1.5\r"
    "2026-01-21,Old Mac end,1\r\n"
    "\u00a02026-01-28\u00a0,\u00a0Spaces that do not break\u00a0,\u00a01\u00a0\n"
    "  2026-02-04 , Spaces that do , 0.5 ").encode())

# Columns by spaces, as it is copied from a letter.
save("by-hand-spaces.txt", """
Date        Title                    CEUs
2026-01-07  Coding in plain words    1
2026-01-14  Plain words in coding    1.5
2026-01-21  In plain coding words    1
2026-02-04  Words in plain coding    0.5
2026-02-11  Coding                   2
""", ends="\n")

# Bytes that are UTF-8 in one row and Windows-1252 in another, pasted together from two files.
save_bytes("by-hand-two-encodings.csv",
           "Date,Title,CEUs\n2026-01-07,Résumé in UTF-8,1\n2026-01-14,Ünder in UTF-8,1\n".encode()
           + "2026-01-21,Résumé in Windows-1252,1.5\n2026-01-28,Plain,1\n2026-02-04,Naïve,0.5\n".encode("cp1252"))

# A table of a web page under the name of a sheet, as some sites hand it out.
save("by-hand-web-page.csv", """
<html><head><meta charset="utf-8"><title>My CEUs</title></head><body>
<table border="1">
<tr><th>Date</th><th>Title</th><th>CEUs</th></tr>
<tr><td>1/7/2026</td><td>Not a sheet</td><td>1</td></tr>
<tr><td>1/14/2026</td><td>Not, a, sheet</td><td>1.5</td></tr>
</table></body></html>
""", ends="\n")

# Nothing at all, and nothing but empty rows.
save_bytes("by-hand-empty.csv", b"")
save_bytes("by-hand-blank-rows.csv", b",,,\r\n,,,\r\n\r\n  ,\t,,\r\n")
