// Package remote reaches plug-ins that are not in the host's process: as a child process on standard input and output, in
// any language, or as a service over HTTP.
//
//	client, err := remote.Process{Path: "/opt/licheng/check", SHA256: "9f86d0…"}.Connect(ctx, protocol.Options{})
//	if err != nil { … }
//	defer client.Close()
//	host, err := plugin.NewHost(client.Plugin())
//
// Authors in Go write a plugin.Plugin and serve it:
//
//	server, err := protocol.NewServer(licheng.Plugin())
//	err = remote.ServeStdio(ctx, os.Stdin, os.Stdout, server) // or http.Handle("/plugin", remote.Handler(server))
//
// Messages are those of package protocol. On standard input and output each is one line; over HTTP each is one POST.
// Standard output belongs to the protocol: whatever else is printed there is an error and ends the process. Standard error is
// the plug-in's to write on, and goes to the log.
//
// A child process that does not answer in time is killed, with all processes of its group, and started again when it is
// next needed; so is one that ends, or that answers what is no answer. One that fails again and again is left alone for
// longer and longer. After Close no process is left.
//
// A process of its own keeps a plug-in's mistakes from the host. It does not keep the plug-in from files, the network and
// other processes: what runs is a program under the host's account. That is the work of a sandbox, which docs/sandbox.md
// describes for bubblewrap and systemd.
//
// Groups of processes are there on Linux and other systems of the Unix kind, tested on Linux only. On Windows the process
// itself is killed, but not those that it has started; let it be run by a service that uses job objects.
//
// Documents stand in no error of this package. What a plug-in prints may hold anything, and stands in fields of Error, not
// in its text, except before it has been sent a document.
package remote
