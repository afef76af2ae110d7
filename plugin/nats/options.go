package nats

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Options are what a Sink works with. Servers and Stream are a must.
type Options struct {
	Servers []string // addresses tls://host:port, tried in this order; others that a server tells of are not used
	Stream  string   // the name of the stream
	Subject string   // the template of subjects; empty: DefaultSubject. Words, {organ}, {kind}, {act}, {id}, with points between

	Credential  string // the reference of the credential; empty: none, where certificates say who we are
	Credentials CredentialSource

	Plain        bool              // addresses nats:// are allowed too, where the network encrypts
	Roots        *x509.CertPool    // who may have certified the servers; nil: those of the system
	Certificates []tls.Certificate // by which the servers know us, if they ask

	Replicas int           // how many the stream must have at least; zero: 1
	KeepFor  time.Duration // a stream that drops messages by age must keep them so long; zero: 30 days
	Timeout  time.Duration // of a delivery, connecting and acknowledgement together; zero: 5 s

	// Log hears of a stream that is not as it should be, though nothing is lost by it, and of messages that a server
	// acknowledged and has not any longer; nil: nobody.
	Log *slog.Logger
}

// withDefaults fills in what is zero.
func (o Options) withDefaults() Options {
	if o.Subject == "" {
		o.Subject = DefaultSubject
	}
	if o.Replicas == 0 {
		o.Replicas = 1
	}
	if o.KeepFor == 0 {
		o.KeepFor = 30 * 24 * time.Hour
	}
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.Servers, o.Certificates = slices.Clone(o.Servers), slices.Clone(o.Certificates)
	return o
}

// check says everything that is wrong with the options, but for the subject.
func (o Options) check() error {
	var wrong []error
	say := func(bad bool, message string) {
		if bad {
			wrong = append(wrong, errors.New(message))
		}
	}
	say(len(o.Servers) == 0, "没有 Servers")
	say(o.Stream == "" || len(o.Stream) > maxToken || strings.ContainsFunc(o.Stream, func(r rune) bool { return !isPlain(r) }),
		"流的名称（Stream）应当由字母、数字、-、_ 组成")
	say(o.Credential != "" && o.Credentials == nil, "没有 Credentials")
	say(o.Replicas < 0 || o.KeepFor < 0 || o.Timeout < 0, "Replicas、KeepFor、Timeout 不应当为负")
	for i, server := range o.Servers {
		if reason := o.address(server); reason != "" {
			wrong = append(wrong, fmt.Errorf("服务器（Servers）第%d项%s", i+1, reason))
		}
	}
	return errors.Join(wrong...)
}

// address says what is wrong with the address of a server, without repeating it, for it may hold what it should not.
func (o Options) address(text string) string {
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Hostname() == "" || u.Path != "" || u.RawQuery != "" || u.Fragment != "":
		return "应当是 tls://主机:端口"
	case u.User != nil:
		return "不应当有用户和密码"
	case u.Scheme != "tls" && !(u.Scheme == "nats" && o.Plain):
		return "应当是 tls；确实不加密的应当写明 Plain"
	}
	return ""
}
