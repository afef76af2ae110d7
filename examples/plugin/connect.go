package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

// A connector opens a conversation with the plug-in: remote.Process and remote.HTTP are.
type connector interface {
	Connect(context.Context, protocol.Options) (*protocol.Client, error)
}

// connector returns where the plug-in is. The error says what is wrong with the program.
func (c *call) connector() (connector, error) {
	if c.http != "" {
		return remote.HTTP{URL: c.http, Timeout: c.timeout}, nil
	}
	path, err := exec.LookPath(c.program[0])
	if err == nil {
		path, err = filepath.Abs(path)
	}
	if _, there := os.Stat(c.program[0]); err != nil && there == nil {
		return nil, fmt.Errorf("不能运行 %s：不是程序，或者没有执行的权限", c.program[0])
	}
	if err != nil {
		return nil, fmt.Errorf("没有程序 %s", c.program[0])
	}
	sum, err := sumOf(path)
	if err != nil {
		return nil, err
	}
	dir, err := os.Getwd()
	return remote.Process{
		Path: path, Args: c.program[1:], SHA256: sum, Env: c.env, Dir: dir, Workers: workers, Timeout: c.timeout,
	}, err
}

// workers are enough for calls at the same time to be at the same time.
const workers = 2

// sumOf computes the SHA-256 of a file: this is the author's own tool.
func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("不能读程序 %s", path)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", fmt.Errorf("不能读程序 %s", path)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// source returns what starts the plug-in, for plugintest.Config.New.
func (c *call) source() (func(context.Context) (plugin.Plugin, func(), error), error) {
	at, err := c.connector()
	if err != nil {
		return nil, err
	}
	o := protocol.Options{Library: "fazhi plugin verify", Settings: make(map[string]string)}
	for _, pair := range c.set {
		name, value, _ := strings.Cut(pair, "=")
		o.Settings[name] = value
	}
	return func(ctx context.Context) (plugin.Plugin, func(), error) {
		client, err := at.Connect(ctx, o)
		if err != nil {
			return plugin.Plugin{}, nil, err
		}
		return client.Plugin(), func() { _ = client.Close() }, nil
	}, nil
}

// open starts the plug-in once.
func (c *call) open(ctx context.Context) (plugin.Plugin, func(), error) {
	start, err := c.source()
	if err != nil {
		return plugin.Plugin{}, nil, err
	}
	return start(ctx)
}

// explain adds to an error what the program wrote on standard error before it died. Documents are the author's own here.
func explain(err error) string {
	text := err.Error()
	var ended *remote.Error
	if errors.As(err, &ended) {
		if said := strings.Join(strings.Fields(ended.Printed), " "); said != "" && !strings.Contains(text, said) {
			text += "；程序说：" + said
		}
	}
	return text
}
