// Command plugin is the tool of those who write plug-ins for the register (登记簿) in any language: it runs the kit of package
// plugintest against a program that speaks the protocol on standard input and output, or against a service over HTTP.
//
//	go run ./examples/plugin verify -- java -jar check.jar
//	go run ./examples/plugin verify -golden cases -- python3 check.py
//	go run ./examples/plugin verify -http http://127.0.0.1:8480/plugin
//	go run ./examples/plugin describe -set threshold=500000 -- node check.mjs
//	go run ./examples/plugin check -doc contract.json -- java -jar check.jar
//	go run ./examples/plugin record -doc contract.json -out cases/large.json -- java -jar check.jar
//	go run ./examples/plugin corpus -out corpus -kind contract
//	go run ./examples/plugin -h
//
// verify runs every case of the kit and says of each whether the plug-in obeys the rule. describe prints what the plug-in
// declares. check shows what a host makes of the plug-in's answer about one document. record keeps that answer as a golden
// case; look at it before you believe it. corpus writes the documents of the kit as files, for tests in other languages.
//
// A document is a JSON file, either {"kind", "id", "title", "content"} or a golden case, as package plugintest describes it.
//
// The program is started as a host starts it: with an empty environment unless -env gives something, in the working
// directory. Its SHA-256 is computed from the file that is found, because this is a tool for the author, who has just made
// it; a host is given the sum by those who have examined the program. What it writes on standard error is shown when it dies.
//
// With -json there is one object on the standard output, whatever happens; testdata/json.golden has one of each command.
// "error" is empty unless the exit code is 2.
//
// Exit codes: 0 all is well; 1 something was found: a rule that the plug-in breaks, an issue of the document; 2 the command
// line, a file or the plug-in is unusable.
package main

import (
	"context"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

func main() { cli.Main(run) }

// run is the program without the process around it.
func run(ctx context.Context, args []string, w cli.World) int {
	c := parse(args)
	if c.help {
		c.usage(w.Stderr)
		return cli.Well
	}
	asked := &cli.Call{JSON: c.json}
	if c.command != nil {
		asked.Command = &c.command.Command
	}
	program := cli.Program{Name: "plugin", Plain: plain}
	return program.Answer(ctx, asked, c.err(), w)
}
