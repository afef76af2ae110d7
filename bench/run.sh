#!/usr/bin/env bash
# Sets this library beside what its users would take instead: the same ten-page report, written by each program in one go.
#
#   bench/run.sh [DIR]        as root, on Debian 12 with Go and npm; the files stay in DIR if it is given
#
# For every program: wall and CPU time of a process that writes one report; then finished reports for each second of CPU
# time in one process that writes many, which is (N-1) / (CPU of N reports - CPU of one), so that what is done once is not
# counted; the most memory of the process that writes one; the size of a file; and the rate as a share of this library's
# for the same format. CPU time is user and system. Peers that need no GB/T 9704 do less than this library: none keeps the
# rules of line-breaking and 28 characters a line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly DOCX=9.15.2 EASY=7.2.8 TYPST=0.7.0
TMP=$(mktemp -d)
trap 'rm -rf "$TMP"' EXIT
OUT=${1:-$TMP/out}
mkdir -p "$OUT"

install() {
	export DEBIAN_FRONTEND=noninteractive
	apt-get update -q >&2
	apt-get install -q -y --no-install-recommends libreoffice-writer python3-docx >&2
	cp peers/* "$TMP"
	npm install --prefix "$TMP" --no-audit --no-fund --loglevel=error \
		"docx@$DOCX" "easy-template-x@$EASY" "@myriaddreamin/typst-ts-node-compiler@$TYPST" >&2
	go build -buildvcs=false -o "$TMP/bin/" ./cmd/...
	"$TMP/bin/content" "$TMP/content.json"
	node "$TMP/npm_docx.mjs" "$TMP/content.json" template "$TMP"
}

declare -A ours

# row FORMAT NAME N COMMAND… prints one line of the table. In COMMAND, COUNT and FOLDER stand for the number of reports and the
# folder that they go to.
row() {
	local format=$1 name=$2 many=$3 one=$OUT/$1-$2-one all=$OUT/$1-$2 wall cpu memory cpu_all rate share=- size
	shift 3
	mkdir -p "$one" "$all"
	read -r wall cpu memory < <(measure 1 "$one" "$@")
	read -r _ cpu_all _ < <(measure "$many" "$all" "$@")
	rate=$(awk -v n="$many" -v a="$cpu_all" -v b="$cpu" 'BEGIN { printf "%.1f", (n - 1) / (a - b) }')
	[[ $name == fazhi ]] && ours[$format]=$rate
	share=$(awk -v ours="${ours[$format]}" -v rate="$rate" 'BEGIN { printf "%.0f", ours / rate }')
	size=$(stat -c %s "$one"/* | sort -n | tail -n 1 | awk '{ printf "%.0f", $1 / 1024 }')
	printf '| %-4s | %-15s | %7s | %7s | %10s | %6s | %6s | %12s |\n' "$format" "$name" "$wall" "$cpu" "$rate" "$memory" "$size" "$share"
}

measure() {
	local count=$1 folder=$2 arguments=() a
	shift 2
	for a in "$@"; do
		a=${a//COUNT/$count}
		arguments+=("${a//FOLDER/$folder}")
	done
	"$TMP/bin/measure" "${arguments[@]}"
}

# office converts the Word files of this library, which were written before.
office() {
	local count=$1 folder=$2
	local files=()
	for ((i = 0; i < count; i++)); do files+=("$OUT/docx-fazhi/$i.docx"); done
	soffice "-env:UserInstallation=file://$TMP/profile" --headless --convert-to pdf --outdir "$folder" "${files[@]}" >&2
}

install
export -f office
export TMP OUT
fonts=$(cd ../gongwen/fonts/fangsong && pwd)/GWFangSong-Regular.ttf
content=$TMP/content.json
echo "$(nproc) cores, $(uname -m), $(go env GOVERSION), node $(node --version), $(soffice --version 2>/dev/null | cut -d' ' -f1,2), $(date -u +%F)"
echo
echo '| file | program         | wall s  | CPU s   | docs/CPU-s | MiB    | KiB    | we are times |'
echo '|------|-----------------|---------|---------|------------|--------|--------|--------------|'
row pdf fazhi 400 "$TMP/bin/engine" pdf "$content" COUNT FOLDER
row pdf go-pdf-fpdf 60 "$TMP/bin/engine" fpdf "$content" COUNT FOLDER
row pdf Typst 60 node "$TMP/typst.mjs" "$content" COUNT FOLDER "$fonts"
row docx fazhi 400 "$TMP/bin/engine" docx "$content" COUNT FOLDER
row pdf LibreOffice 20 bash -c 'office COUNT FOLDER'
row docx easy-template-x 100 node "$TMP/easy_template.mjs" "$content" COUNT FOLDER
row docx npm-docx 100 node "$TMP/npm_docx.mjs" "$content" COUNT FOLDER
row docx python-docx 30 /usr/bin/python3 "$TMP/python_docx.py" "$content" COUNT FOLDER
row ofd fazhi 400 "$TMP/bin/engine" ofd "$content" COUNT FOLDER
row html fazhi 400 "$TMP/bin/engine" html "$content" COUNT FOLDER
