"""Sheets written by pandas.

    python3 -m venv somewhere-else && somewhere-else/bin/pip install pandas==2.2.3
    somewhere-else/bin/python pandas_frames.py        # writes ../pandas-*
"""

import os

import pandas as pd

OUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def at(name):
    return os.path.join(OUT, name)


# The index stands in a first column without a name.
pd.DataFrame({
    "Date": ["1/6/2026", "1/20/2026", "2/3/2026", "2/17/2026", "3/3/2026", "3/17/2026"],
    "Title": ["Coding math", "Units and time", "Global periods", "Split visits", "Observation", "Discharge"],
    "Provider": ["Northwind Webinars"] * 6,
    "CEUs": [1.0, 1.5, 1.0, 0.5, 1.0, 2.0],
}).to_csv(at("pandas-index-column.csv"))

# Days are datetimes; what is missing is an empty cell; index numbers became numbers and lost their form.
pd.DataFrame({
    "Completed": pd.to_datetime(["2025-10-07", "2025-11-11 13:30", None, "2026-01-27", "2026-02-10", "2026-03-24"], format="mixed"),
    "Course Title": ["Neoplasm table", "Sequela", "Burns", "Fractures", "Poisoning", "Z codes"],
    "Index #": [40718.0, None, 40720.0, 40721.0, None, 40723.0],
    "CEUs": [1.5, 1, 1, None, 2, 0.75],
    "Certificate": [True, True, False, True, False, True],
}).to_csv(at("pandas-datetimes-and-gaps.csv"), index=False)

# The same kind of gaps, spelled out.
pd.DataFrame({
    "date": pd.to_datetime(["2026-01-15", "2026-02-12", "2026-03-12", None, "2026-05-14"]),
    "title": ["Chapter meeting", "Chapter meeting", "Chapter meeting", "Chapter meeting", "Chapter meeting"],
    "sponsor": ["Cedar Grove Chapter", None, "Cedar Grove Chapter", "Cedar Grove Chapter", None],
    "ceus": [1.0, None, 1.0, 1.0, 1.0],
    "type": ["Local Chapter Meeting", "Local Chapter Meeting", None, "Local Chapter Meeting", "Local Chapter Meeting"],
}).to_csv(at("pandas-na-spelled-out.csv"), index=False, na_rep="N/A", date_format="%m/%d/%Y")

# Semicolons, a decimal comma, CRLF, days with dots.
pd.DataFrame({
    "Datum": pd.to_datetime(["2026-01-08", "2026-02-19", "2026-03-05", "2026-04-23", "2026-05-07"]),
    "Title": ["Grundlagen; Teil 1", "Grundlagen; Teil 2", "Vertiefung", "Prüfung", "Auffrischung"],
    "CEUs": [1.5, 1.5, 2.25, 1.0, 0.5],
}).to_csv(at("pandas-german.csv"), index=False, sep=";", decimal=",", date_format="%d.%m.%Y", lineterminator="\r\n")

# A time zone with each day, as a learning platform's export has it.
pd.DataFrame({
    "completed_at": pd.to_datetime(["2026-01-06T15:00:00Z", "2026-01-31T23:30:00Z", "2026-02-24T00:05:00Z",
                                    "2026-03-10T18:45:00Z", "2026-04-02T09:00:00Z"], utc=True),
    "course_name": ["Onboarding", "HIPAA basics", "Coding integrity", "Fraud, waste and abuse", "Phishing"],
    "credit_hours": [0.5, 1.0, 1.0, 1.5, 0.25],
    "score": [92, 88, 100, 95, 79],
    "certificate_url": [f"https://example.org/certificates/{n}" for n in range(5)],
}).to_csv(at("pandas-platform-export.csv"), index=False)

# A pivot: one row a month and no activity at all. Nothing here can become an entry.
pd.DataFrame({
    "Month": ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"],
    "AAPC": [3.0, 1.5, 2.0, 0.0, 4.5],
    "AHIMA": [1.0, 1.0, 0.0, 2.0, 1.0],
}).set_index("Month").to_csv(at("pandas-pivot.csv"))
