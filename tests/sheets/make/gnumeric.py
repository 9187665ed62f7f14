"""Sheets saved as text by Gnumeric's ssconvert, from a CSV that it reads first.

    python3 gnumeric.py        # `ssconvert` on PATH; writes ../gnumeric-*
"""

import os
import subprocess
import tempfile

OUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

LOG = '''Date,Title,Sponsor,Index #,CEUs,Cert on file?
2026-01-12,Hernia repairs,Juniper Learning,00061200,1.5,TRUE
2026-02-09,"Lesions, excised",Juniper Learning,00061201,1.0,TRUE
2026-03-09,"Mohs, in ""stages""",Juniper Learning,00061202,1,FALSE
2026-04-13,Größe zählt,Juniper Learning,00061203,0.5,TRUE
2026-05-11,Flaps and grafts,Juniper Learning,00061204,2,FALSE
'''


def save(name, options):
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "log.csv"), os.path.join(folder, "log.txt")
        with open(source, "w", encoding="utf-8") as file:
            file.write(LOG)
        how = ["-T", "Gnumeric_stf:stf_assistant", "-O", options] if options else ["-T", "Gnumeric_stf:stf_csv"]
        subprocess.run(["ssconvert", *how, source, target], check=True, capture_output=True)
        with open(target, "rb") as made, open(os.path.join(OUT, name), "wb") as kept:
            kept.write(made.read())


# As it comes: the zeros before the index numbers are gone, since they were read as numbers.
save("gnumeric-as-it-comes.csv", "")
# Semicolons, everything quoted, CRLF, Windows-1252.
save("gnumeric-quoted-semicolons.csv",
     "separator=; quoting-mode=always quoting-on-whitespace=true eol=windows charset=WINDOWS-1252 format=preserve".replace("=;", "=';'"))
