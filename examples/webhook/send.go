package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// A sent is what send prints.
type sent struct {
	Delivered int    `json:"delivered"`
	Failure   string `json:"failure"`
	Error     string `json:"error"`
}

// send is the command.
func send(ctx context.Context, c *call, w world) (string, error) {
	source, _, err := c.secrets(ctx)
	if err != nil {
		return "", err
	}
	sink, err := newSink(c.to, c.allow, source, filepath.Base(c.secret), w.now)
	if err != nil {
		return "", err
	}
	defer sink.Close()
	var out sent
	b, err := newBook(ctx, w, watched{sink, &out})
	if err != nil {
		return "", err
	}
	n, err := b.dispatcher.Pass(ctx)
	if err != nil && out.Failure == "" {
		return "", err
	}
	out.Delivered = n
	if c.json {
		err = writeJSON(w.stdout, out)
	} else {
		_, err = fmt.Fprintf(w.stdout, "投递了 %d 个事件\n", n)
	}
	return out.Failure, err
}

// watched notes how a delivery failed.
type watched struct {
	events.Sink
	out *sent
}

// Send is that of the sink.
func (s watched) Send(ctx context.Context, e *events.Envelope) error {
	err := s.Sink.Send(ctx, e)
	if err != nil {
		s.out.Failure = "未能投递：" + plain(err)
	}
	return err
}
