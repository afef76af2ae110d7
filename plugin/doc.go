// Package plugin is where other systems have a part: they check documents, refuse to register them, give sections, numbers,
// formats, calendars, rubrics and signatures, and are told of what was registered.
//
//	host, err := plugin.NewHost(licheng.Plugin(), court.Plugin()) // the list stands in main
//	found, err := host.Check(ctx, &plugin.CheckRequest{Doc: c, LawOn: c.Signed, Today: today})
//	book, err := register.New(store, register.Options{Now: time.Now, Hooks: host.Hooks(), …})
//	sections, err := host.Sections(ctx, report.Statutory(), plugin.SectionRequest{Period: fazhi.YearOf(2024)})
//	for _, f := range host.Followers(register.Follower{Store: store, Cursors: cursors, Now: time.Now, Holder: "web-1"}) { … }
//
// A plug-in is a value. It offers hooks of four kinds, which are kept apart because their rules of failure are opposite:
//
//   - Checks are pure. All of them are run, what they find is collected and sorted; one that cannot work silences no other.
//   - A guard judges before anything is kept, outside of any transaction. A refusal is an answer, with a code and a reason;
//     any other error fails the attempt.
//   - Providers answer by name; each name is answered by exactly one.
//   - An observer is told afterwards. It can fail nothing.
//
// NewHost says every reason why plug-ins do not fit together. The order of calls is the order of the list; results name
// the plug-ins that were applied. A panic is caught and named. What Go cannot catch (a stack that overflows, memory that
// runs out, a concurrent write to a map, os.Exit; without Options.Timeout also runtime.Goexit, which ends the caller's goroutine) ends the process, and an endless loop burns its core until then: code
// that is not trusted belongs into a process of its own, see package plugin/remote.
//
// The package knows no transport and no event format, and makes no registry: what is not in the list is not there.
//
// Hooks and fields are only ever added; the meaning of one changes with the level API only.
package plugin
