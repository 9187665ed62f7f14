# Sheets written by R's own functions.
#
#     Rscript base.R        # no packages; run in this folder; writes ../r-*

log <- data.frame(
  Date = as.Date(c("2025-09-23", "2025-11-18", "2026-01-13", "2026-02-10", "2026-03-24", "2026-05-12")),
  Title = c("Coding for the OR", "Pain management", "Spine, part 1", "Spine, part 2", "Nerve \"blocks\"", "Chapter social"),
  Sponsor = c("Harborview Seminars", "Harborview Seminars", "Lakeside Coding Institute", "Lakeside Coding Institute",
              "Lakeside Coding Institute", NA),
  CEUs = c(1.5, 1, 2, 2, 0.5, NA),
  stringsAsFactors = FALSE
)

# Row names stand in a first column whose header is empty; texts are quoted, days and numbers are not; NA is NA.
write.csv(log, "../r-write-csv.csv")

# write.csv2: semicolons and a decimal comma, here in Latin-1.
latin <- log
latin$Title[6] <- "Fête du chapitre"
write.csv2(latin, "../r-write-csv2.csv", row.names = FALSE, fileEncoding = "latin1")

# write.table as it comes: spaces between the columns, and a header that is one cell short.
write.table(log, "../r-write-table.txt")

# Tabs, no quotes, gaps left empty, days with names of months.
tabs <- log
tabs$Date <- format(log$Date, "%d-%b-%Y")
names(tabs) <- c("Completion Date", "Program", "Sponsoring Organization", "Number of CEUs")
write.table(tabs, "../r-tabs-unquoted.txt", sep = "\t", quote = FALSE, row.names = FALSE, na = "")
