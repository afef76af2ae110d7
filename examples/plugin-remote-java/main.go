// Command plugin-remote-java is the host's side of a plug-in in Java: it starts the jar and asks about one contract.
//
//	javac -encoding UTF-8 -d classes examples/plugin-remote-java/*.java
//	jar --create --file large.jar --main-class LargeContracts -C classes .
//	go run ./examples/plugin-remote-java /usr/bin/java "$PWD/large.jar" "$(sha256sum large.jar | cut -d' ' -f1)"
//
// The arguments are the absolute paths of java and of the jar, and the SHA-256 that the jar must have. Exit codes: 0 the
// plug-in has answered, 1 it has not.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var errUsage = errors.New("用法：plugin-remote-java JAVA的路径 JAR的路径 JAR的SHA-256")

func run(ctx context.Context, args []string, out, log io.Writer) error {
	if len(args) != 3 {
		return errUsage
	}
	java, jar, sum := args[0], args[1], args[2]
	client, err := remote.Process{
		Path: java, SHA256: remote.Unchecked, // the system keeps java up to date
		Args: []string{"-jar", jar}, Files: map[string]string{jar: sum},
		Log: slog.New(slog.NewTextHandler(log, nil)),
	}.Connect(ctx, protocol.Options{Settings: map[string]string{"threshold": "100000"}})
	if err != nil {
		return err
	}
	host, err := plugin.NewHost(client.Plugin()) // more plug-ins go into this list
	if err == nil {
		err = ask(ctx, host, out)
	}
	return errors.Join(err, client.Close())
}

// ask checks a contract that was signed without review.
func ask(ctx context.Context, host *plugin.Host, out io.Writer) error {
	c := &contract.Contract{Serial: "HT-1", Amount: 500_000_00, Signed: fazhi.DateOf(2024, 5, 10)}
	found, err := host.Check(ctx, &plugin.CheckRequest{Doc: c, LawOn: c.Signed})
	if err != nil {
		return err
	}
	for _, issue := range found.Issues {
		fmt.Fprintln(out, issue)
	}
	return nil
}
