// Package plugintest is the kit for plug-ins, in process and behind a border: it turns the rules that a host relies on
// into cases and runs them.
//
//	func TestConforms(t *testing.T) {
//		plugintest.Run(t, plugintest.Config{
//			New: func(context.Context) (plugin.Plugin, func(), error) { return licheng.Plugin(), nil, nil },
//			Decode: plugintest.Decode[contract.Contract],
//		})
//	}
//
// Verify does the same without a *testing.T. The program examples/plugin is made of it, for authors in other languages.
//
// The kit asks every hook with documents of the kinds that the plug-in declares: one well-formed document of each kind of
// this library, those that the author gives, and hostile ones that it makes of both: without members, lists or texts, with
// broken 〔〕, far dates, huge numbers, very long texts and lists, deep nesting, another kind, and with one member missing
// or one date out of order. A plug-in that checks kinds of
// its own should give documents of them, in Documents or in Golden.
//
// # Golden cases
//
// A golden case is a document of the author and what is to be found in it. As a file it is one JSON object, in UTF-8, with
// the ending .json; ReadCases reads a folder:
//
//	{
//	  "doc": "没有审查日期就签订。",
//	  "document": {"kind": "contract", "id": "HT-2", "title": "租赁合同", "content": {"serial": "HT-2", "signed": "2024-05-01"}},
//	  "lawOn": "2024-05-01",
//	  "today": "2025-01-01",
//	  "want": [{"code": "licheng/contract/review", "path": "/reviewed"}]
//	}
//
// The members document, lawOn and today are those of the message check of package plugin/protocol, so a test in any
// language can hand them on as they are. LawOn may be left out, then every check is in force; today is 2025-01-01 then.
// The order of want does not matter; it has every issue, and is [] for a document that is in order.
//
// Corpus gives the kit's own documents in the same form, without want: all that a plug-in must survive.
//
// What the kit cannot do: what Go cannot catch (a stack that overflows, a concurrent write to a map, os.Exit) ends the test,
// with the plug-in's name in the trace; with Remote the next case finds it. It does not judge whether a rule is good law.
//
// Names of cases are stable, so that one can be run alone with -run. Cases may be added; the form of golden cases stays.
package plugintest
