# Lists that are read from a file
table-empty = The file is empty. It needs column names in its first row and at least one more row.
table-unreadable = The file cannot be read. Save the list as CSV (UTF-8) or as an Excel workbook (.xlsx) and try again.
table-too-large = The file is too large. Divide it into several with at most 20,000 rows and 8 MB each.
