#!/usr/bin/env Rscript
# The API of `isnad serve` with base R alone: tables come as CSV, which needs no package for JSON.
#   Rscript examples/api.R [FILE]    writes incidents by month and type to FILE, months.csv unless given
#   ISNAD_URL                        where the server is, http://localhost:8765 unless given
#   ISNAD_TOKEN                      a token of 'isnad user token', where the server has accounts

root <- paste0(Sys.getenv("ISNAD_URL", "http://localhost:8765"), "/api/v1/")
token <- Sys.getenv("ISNAD_TOKEN")

table_of <- function(path) {
  headers <- if (nzchar(token)) c(Authorization = paste("Bearer", token)) else NULL
  read.csv(url(paste0(root, path), headers = headers, encoding = "UTF-8"), na.strings = "", stringsAsFactors = FALSE)
}

incidents <- table_of("incidents.csv")
cat("incidents:", nrow(incidents), "\n")
cat("with dead:", nrow(table_of("incidents.csv?from=2015-01-01&killed_min=1")), "\n")

# Who says so: claims about the dead, a row for each source, beside the incident's own figure.
claims <- table_of("claims.csv")
killed <- merge(claims[claims$field == "killed", ], incidents[, c("incident_id", "killed_best")], by = "incident_id")
cat("claims about the dead:", nrow(killed), "\n")

# Incidents by month and type; those whose day is not known at all have no month.
dated <- incidents[!is.na(incidents$date_start) & !is.na(incidents$event_type), ]
file <- commandArgs(trailingOnly = TRUE)
file <- if (length(file) > 0) file[1] else "months.csv"
months <- as.data.frame(table(month = substr(dated$date_start, 1, 7), type = dated$event_type))
write.csv(months[months$Freq > 0, ], file, row.names = FALSE)
cat("file:", file, "\n")
