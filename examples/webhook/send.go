package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/webhook"
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
		err = cli.WriteJSON(w.stdout, out)
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
		s.out.Failure = "未能投递：" + plain(err) + hint(err)
	}
	return err
}

// hint says what is likely to be wrong.
func hint(err error) string {
	var status *webhook.Status
	switch {
	case errors.Is(err, webhook.ErrForbidden):
		return "；请检查 -allow"
	case errors.Is(err, events.ErrDown):
		return "；请检查接收方是否在运行、-to 是否正确"
	case errors.As(err, &status) && status.Code == http.StatusUnauthorized:
		return "；请检查双方的密钥是否相同、时钟是否相差超过5分钟"
	}
	return ""
}
