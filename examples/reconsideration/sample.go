package main

import "embed"

//go:embed sample
var sampleFiles embed.FS
