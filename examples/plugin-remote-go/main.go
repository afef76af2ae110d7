// Command plugin-remote-go is a plug-in that runs in a process of its own: the legality review (合法性审查) of large
// contracts. A host starts it and talks to it on standard input and output; see package plugin/remote.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"os"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
	"github.com/fazhi-go/fazhi/register"
)

func main() {
	log.SetFlags(0)
	server, err := newServer()
	if err == nil {
		err = remote.ServeStdio(context.Background(), os.Stdin, os.Stdout, server)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func newServer() (*protocol.Server, error) {
	o := protocol.ServerOptions{Document: document, Configure: configure}
	return o.NewServer(large(0))
}

// configure reads the settings of the site.
func configure(settings map[string]string) (plugin.Plugin, error) {
	yuan, err := strconv.ParseUint(settings["threshold"], 10, 40)
	if err != nil {
		return plugin.Plugin{}, errors.New("本插件要求设置 threshold：起点金额，单位为元，整数")
	}
	return large(fazhi.Money(yuan) * 100), nil
}

// document reads a contract. Documents of other kinds stay as they are.
func document(raw *register.Raw) (fazhi.Document, error) {
	if raw.Kind() != contract.Kind {
		return raw, nil
	}
	c := new(contract.Contract)
	return c, json.Unmarshal(raw.JSON, c)
}
