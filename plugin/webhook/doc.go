// Package webhook delivers events of the register by HTTP POST, signed, to addresses that the host allows, and helps
// receivers to verify them.
//
//	sink, err := webhook.New(webhook.Options{
//		URL:     "https://archive.example.gov.cn/events",
//		Allow:   []netip.Prefix{netip.MustParsePrefix("10.20.0.0/16")},
//		Secret:  "archive",                         // a reference; the secret itself is in no configuration
//		Secrets: webhook.FileSecrets(os.DirFS("/etc/fazhi/secrets")),
//		Now:     time.Now,
//	})
//	dispatcher, err := events.New(events.Subscription{Name: "档案系统", Sink: sink}, options)
//
// The receiver's side, in Go, is a Verifier; in any other language one of the libraries for Standard Webhooks, whose
// headers these are: webhook-id, webhook-timestamp, webhook-signature with "v1," and the HMAC-SHA256 of id, timestamp and
// body. examples/webhook is a receiver to begin with.
//
// What goes out is held to the addresses of Options.Allow. They are compared with the address that is dialled, after the
// name was resolved, for each connection, so neither a name that points elsewhere nor one that changes its mind gets
// through. An empty list sends nothing: inside a government network nearly every address is a private one, and only the
// host knows which are meant. Redirects are not followed, proxies of the environment not used, certificates verified;
// all that comes back is bounded and thrown away.
//
// It does not queue, wait or try again: that is what package events does. It does not encrypt: that is what TLS does.
//
// Headers, the form of signatures and what each status means stay; the package has no mutable state of its own.
package webhook
