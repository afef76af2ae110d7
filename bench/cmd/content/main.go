// Command content writes the report that run.sh gives to all programs: content FILE. In its first paragraph stands {n},
// which each program replaces by the number of the document, so that no two are the same.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/fazhi-go/fazhi/bench/internal/content"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "content:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return errors.New("usage: content FILE")
	}
	d, err := content.Document("../examples/annual/data/narrative.md")
	if err != nil {
		return err
	}
	report, err := content.Of(d)
	if err != nil {
		return err
	}
	data, err := json.Marshal(report)
	if err != nil {
		return err
	}
	return os.WriteFile(args[0], data, 0o666)
}
