"""One job of the bench: openpyxl reads every value of the workbooks named by the lines of a file, as its manual advises."""

import json
import os
import resource
import sys

import openpyxl

with open(sys.argv[1], encoding="utf-8") as listed:
    for path in listed.read().splitlines():
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            for _ in sheet.iter_rows(values_only=True):
                pass
        book.close()

used = resource.getrusage(resource.RUSAGE_SELF)
with open(os.environ["BENCH_USAGE"], "a", encoding="utf-8") as usage:
    json.dump({"user": used.ru_utime, "system": used.ru_stime, "megabytes": used.ru_maxrss / 1024}, usage)
    usage.write("\n")
