// Package bench measures the library beside the peers that a user would take instead, in one run and in CPU time,
// because wall time means little on a shared machine. It is a module of its own, so that the peers are in nobody's
// go.mod.
//
//	cd bench && go test -run '^$' -bench 'PDF|DOCX|OFD|HTML|Layout' -benchtime 3s
//
// run.sh installs the peers by name and sets all of them beside this library in one run, each as a program of its own:
//
//	bench/run.sh
//
// The metric docs/cpu-s is finished documents for each second of processor time, user and system. The content is the
// ten-page report of examples/annual with invented figures.
//
// # The register
//
// BenchmarkAdd sets a book beside the program that one would write without the library: the same driver, one transaction
// with a gapless number, the record, a chained event and an outbox row, prepared and portable statements, and the same
// document of 700 bytes. Both sides keep everything on the disk before they answer, so what is measured is wall time:
//
//	go test -run '^$' -bench Add/sqlite -benchtime 10s
//	go run ../internal/dbserver/with go test -run '^$' -bench Add -benchtime 10s
//
// The second runs beside a private PostgreSQL and MariaDB; others are named by FAZHI_POSTGRES and FAZHI_MYSQL, and without
// an address an engine is skipped. The tables of the plain program are made anew in that database; the book's are added to.
// The sides are single (one commit for each request, under a mutex), grouped (one goroutine commits up to 256 requests that
// wait), on servers also pool (one commit for each request, on 16 connections), and fazhi. They take turns of a fifth of a
// second, so that a noisy neighbour hits all of them: on a busy machine read the metrics %-of-single and %-of-grouped, which
// are the book's rate as a share of theirs, and repeat with -count. The metric cpu-us/entry is the processor time of this
// process; a server's own is not in it. With TMPDIR on a file system in memory, flushing costs nothing, and what is left is
// computing:
//
//	TMPDIR=/dev/shm go test -run '^$' -bench Add/sqlite/64-callers/1-organs -benchtime 20s -cpuprofile add.prof
//	go tool pprof -tagfocus side=fazhi -top -cum bench.test add.prof
//
// The plain program does less: it finds no repeated request again, keeps no state of documents, and is not readable by
// anybody but itself.
//
// BenchmarkBook writes a book of one organ to a file, verifies it, exports it, verifies the archive and opens the file. It
// fails if the heap grows with the entries. For ten million, which need 50 GB of disk:
//
//	FAZHI_BENCH_ENTRIES=10000000 go test -run '^$' -bench '^BenchmarkBook$' -benchtime 1x -timeout 3h
//
// BenchmarkOpenAfterKill opens a file that was not closed, BenchmarkDeadline computes periods.
//
// # Ledgers
//
// BenchmarkCSV reads a generated ledger of mediation, about 100 bytes and 13 columns a row, from a file: rows gives the rows
// alone; fold checks every cell and adds up two sums on as many goroutines as there are processors, from a plain file, one
// with quotes around every cell (quoted) and one in GB 18030; each gives record by record and compares the numbers of the
// cases with each other. BenchmarkWorkbook reads the same ledger as a workbook, with this library and with excelize in turn:
// ours checks every cell and makes records, excelize gives the texts of its rows. FAZHI_BENCH_ROWS is the number of rows; it
// is 1,000,000 when it is not set.
//
//	FAZHI_BENCH_ROWS=1000000 go test -run '^$' -bench CSV -benchtime 3x
//	go test -run '^$' -bench '^BenchmarkWorkbook$' -benchtime 1x
//
// On two cores of an AMD EPYC, shared with other work, with Go 1.26.8 on Linux and the file in memory, in thousand rows for
// each second of processor time, the least and the most of three runs of the first command and one of the second:
//
//	rows           1,987 to 2,132
//	fold/plain     1,071 to 1,156
//	fold/quoted      884 to   914
//	fold/gb18030     759 to   829
//	each             710 to   738
//	workbook         242, excelize 25, which is 9.8 times as much processor time
//
// The metric peak-MiB is the most memory that the process ever had, the benchmarks before it included: of fold/plain alone
// ask with -bench CSV/fold/plain.
//
// BenchmarkMediation reads, checks and counts a ledger of 16 columns and about 155 bytes a row, with disputes of 2,844 invented
// counties, by county and category; BenchmarkMediationWorkbook does so from a workbook of at most 1,000,000 rows, whose texts
// are in a table of their own (shared), as office programs write them, or in the cells (inline), as xlsx.Write does.
//
//	FAZHI_BENCH_ROWS=18400000 go test -run '^$' -bench '^BenchmarkMediation$/^fazhi$' -benchtime 1x
//	go test -run '^$' -bench '^BenchmarkMediationWorkbook$' -benchtime 2x
//
// On the same machine, in thousand rows for each second of processor time, two runs each of the first command, with nothing else
// running and the file in memory, and one of the second at a load of 5:
//
//	18.4 million rows   570 to 601, in 15.6 to 16.3 seconds of wall time, with at most 79 MiB of memory
//	with GOGC=150       624 to 700, in 13.4 to 14.9 seconds of wall time, with at most 90 MiB of memory
//	workbook/shared     196
//	workbook/inline     180
package bench
