package protocol

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/fazhi-go/fazhi/plugin"
)

// Options are how a plug-in is connected. The zero value gives it no settings and takes no answer for an error.
type Options struct {
	// Library is the name and version of the system that asks, for the plug-in's records; empty: "fazhi".
	Library string

	// Settings are the site's own, by name; the plug-in says in its manual which it knows.
	Settings map[string]string

	// FailOpen is plugin.Plugin's: the site decides, not the plug-in, whether work goes on without its answer.
	FailOpen bool
}

// A Client is the host's side of a conversation with one plug-in. It may be used by several goroutines.
type Client struct {
	conn   Conn
	plugin plugin.Plugin
	ids    atomic.Int64
	closed atomic.Bool
	write  *shapes
	read   *shapes
}

// Connect opens a conversation: it agrees on a version, finds out whether the text comes through whole, and reads what the
// plug-in offers. The error says everything that is wrong with that, and is ErrVersion, ErrProbe, ErrDeclaration or
// ErrMessage, or what the Conn says; then the Conn is closed.
func Connect(ctx context.Context, conn Conn, o Options) (*Client, error) {
	c := &Client{conn: conn, write: writing(), read: reading()}
	r, err := c.initialize(ctx, o)
	if err == nil {
		c.plugin, err = c.declared(r)
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	c.plugin.FailOpen = o.FailOpen
	return c, nil
}

// Plugin returns the plug-in as a value for plugin.NewHost. Its hooks ask the other side, one request for each call; they
// may be called until Close. What it answers is vetted here and by the host.
func (c *Client) Plugin() plugin.Plugin { return c.plugin }

// goodbye is how long Close waits for the answer to Shutdown.
const goodbye = 3 * time.Second

// Close says goodbye, for which it waits three seconds at most, and closes the Conn, also when there is no answer. It does
// not wait for calls at work; they fail. A second Close does nothing.
func (c *Client) Close() error {
	if c.closed.Swap(true) {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), goodbye)
	defer cancel()
	err := c.exchange(ctx, Shutdown, Empty{}, &Empty{})
	return errors.Join(err, c.conn.Close())
}

// call asks one thing and reads the result.
func (c *Client) call(ctx context.Context, m Method, params, result any) error {
	if c.closed.Load() {
		return fmt.Errorf("protocol: %w", ErrClosed)
	}
	return c.exchange(ctx, m, params, result)
}

func (c *Client) exchange(ctx context.Context, m Method, params, result any) error {
	id := ID(c.ids.Add(1))
	message, err := c.read.request(id, m, params)
	if err != nil {
		return err
	}
	answer, err := c.conn.Call(ctx, message)
	if err != nil {
		return fmt.Errorf("protocol: %w", err)
	}
	if m == Initialize {
		if err := damaged(answer); err != nil {
			return err
		}
	}
	text, err := c.read.readResponse(answer, id)
	if err != nil {
		return err
	}
	return c.read.read(text, result)
}
