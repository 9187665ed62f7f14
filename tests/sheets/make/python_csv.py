"""Sheets written by Python's csv module in its dialects.

    python3 python_csv.py        # no packages; writes ../python-*
"""

import csv
import os

OUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def save(name, rows, encoding="utf-8", **how):
    with open(os.path.join(OUT, name), "w", newline="", encoding=encoding) as file:
        csv.writer(file, **how).writerows(rows)


# The dialect "excel": CRLF, quotes where needed. Both bodies, in a column of their own each.
save("python-excel.csv", [
    ["Date Completed", "Course Title", "Provider", "Index #", "AAPC CEUs", "AHIMA CEUs", "Notes"],
    ["2025-09-09", "Coding, billing, and you", "Cedar Grove Chapter", "XCG0909250100A", "1", "", ""],
    ["2025-10-14", 'The "-ectomy" hour', "Harborview Seminars", "XHS1014250150A", "1.5", "1", "took notes\nin the blue book"],
    ["2025-12-02", "AHIMA ethics module", "Maple State Association", "", "", "2", ""],
    ["2026-01-28", "Inpatient v. outpatient", "Juniper Learning", "00051234", "2", "2", ""],
    ["2026-03-11", "Anesthesia time", "Juniper Learning", "00051235", "0.5", "", "certificate by mail"],
    ["2026-04-08", "CDI queries", "Juniper Learning", "00051236", "1.0", "1.0", ""],
])

# The dialect "excel-tab", with tabs and quotes inside cells.
save("python-excel-tab.tsv", [
    ["Title", "Date", "Sponsor", "CEUs", "Cert on file?"],
    ["Chart\treview", "01/17/2026", "Lakeside Coding Institute", "1.5", "Y"],
    ["5'9\" and other measures", "02/21/2026", "Lakeside Coding Institute", "1", "Y"],
    ["Endoscopy families", "03/14/2026", "Lakeside Coding Institute", "1", "N"],
    ["Bundling edits", "04/18/2026", "Lakeside Coding Institute", "2", "yes"],
    ["Vascular trees", "05/30/2026", "Lakeside Coding Institute", "2", ""],
], dialect="excel-tab")

# The dialect "unix": every cell quoted, LF.
save("python-unix.csv", [
    ["Activity", "Completion Date", "Contact Hours", "Organization", "Type"],
    ["Chapter meeting: new codes", "2026-01-08", "1", "AAPC", "Event"],
    ["Community college: medical terminology", "2025-12-12", "8", "AAPC", "Course work"],
    ["Taught intro to CPT", "2025-11-20", "4", "AAPC", "Teaching"],
    ["Component association day", "2026-02-05", "5", "AHIMA", "Conference"],
    ["Journal quiz", "2026-03-01", "1", "AHIMA", "Self-study"],
    ["Joint webinar", "2026-03-19", "1", "both", "Webinar"],
], dialect="unix")

# No quotes at all: what would need them is escaped with a backslash.
save("python-backslash-escapes.csv", [
    ["Date", "Title", "CEUs"],
    ["2026-01-06", "Heart, lung and more", "1"],
    ["2026-01-27", 'So-called "simple" repairs', "1.5"],
    ["2026-02-10", "Path C:\\coding\\notes", "0.5"],
    ["2026-03-04", "Plain title", "1"],
    ["2026-03-18", "Commas, commas, commas", "2"],
], quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="\n")

# Apostrophes for quotes.
save("python-apostrophe-quotes.csv", [
    ["Date", "Title", "Sponsor", "CEUs"],
    ["2026-01-06", "Bones, joints", "Juniper Learning", "1"],
    ["2026-02-03", "The patient's chart", "Juniper Learning", "1"],
    ["2026-03-03", "Skin, hair, nails", "Juniper Learning", "1.5"],
    ["2026-04-07", "Ears", "Juniper Learning", "1"],
    ["2026-05-05", "Eyes", "Juniper Learning", "1"],
], quotechar="'")

# A mark at the beginning, semicolons, and what a formula in a cell would look like.
save("python-looks-like-formulas.csv", [
    ["Index Number", "Title", "Date", "CEUs", "Notes"],
    ["00012345", "=SUM(A1)", "2026-01-06", "1", "the title is what the certificate says"],
    ["+15550100", "+1 course on E/M", "2026-01-20", "1", "+1"],
    ["-0001", "-25 modifier", "2026-02-03", "0.5", "-x"],
    ["@123", "@home: coding from your kitchen", "2026-02-17", "1.5", "@x"],
    ["1E5", "3/4 of a course", "2026-03-03", "2", "=HYPERLINK(\"https://example.org\";\"certificate\")"],
    ["12345678901234567890", "TRUE", "2026-03-17", "1", "'quoted by hand"],
], encoding="utf-8-sig", delimiter=";")

# Only a header.
save("python-header-only.csv", [["Date", "Title", "Sponsor", "Index Number", "CEUs"]])
