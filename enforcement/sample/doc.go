// Package sample draws the case files and the reviewers of a round of review (双随机抽取) from a published number, so that
// anyone can repeat the draw.
//
//	drawn, issues := sample.Draw(frame, sample.Plan{Seed: "20240608期", Size: 65, PerDepartment: 1, Panel: panel})
//	drawn, issues = sample.Replace(drawn, frame, "AJ-17", "案卷已调往法院") // a file that cannot be reviewed
//	issues = sample.Verify(drawn, frame)                                   // every difference, years later
//	interval, err := sample.Expect(0.94, drawn.Counts()...)                // how exact the round will be
//
// Drawing both sides at random and publishing how is what 双随机、一公开 asks of inspections (国办发〔2015〕58号); that nobody
// reviews the files of his own unit is 回避. How large a round is, and what each department gives at least, is house policy,
// in Plan.
//
// # Order
//
// The order of a draw is that of SHA-256 over the published number, one line feed (byte 0A) and the file's number, all in
// UTF-8, as 32 bytes compared from the first. With it:
//
//  1. Each department gives its first files, as many as Plan.PerDepartment says; then each stratum those that it lacks to
//     Plan.PerStratum.
//  2. The size is shared among the strata in proportion to their files, by largest remainder. A stratum whose share is
//     less than step 1 took keeps that number, and the others share what is left. Of equal remainders that of the stratum
//     with more files goes first, then that of the stratum whose keys come first byte by byte.
//  3. Each stratum gives its next files in order until it has its number.
//
// The strata of a frame are the different lists Unit.Strata; put the department into them to share by departments, too.
// A draw without a minimum for departments is repeated by this Python program, from the files of a frame and of its draw:
//
//	import hashlib, json
//	draw, frame = (json.load(open(name, encoding="utf-8")) for name in ("draw.json", "frame.json"))
//	frame.sort(key=lambda f: hashlib.sha256((draw["plan"]["seed"] + "\n" + f["id"]).encode()).digest())
//	left = {tuple(s["keys"]): s["drawn"] for s in draw["strata"]}
//	print(*[f["id"] for f in frame if left[k := tuple(f["strata"] or ())] > 0 and not left.update({k: left[k] - 1})], sep="\n")
//
// # Reviewers
//
// Each role of Panel gets one reviewer for each file, who is not of the file's department and not refused. Files come in
// the order of the draw; each goes to the reviewer with the fewest so far, of several to the one with the least SHA-256
// over number, line feed, file, line feed and reviewer. Where refusals leave the loads uneven, files are passed on until no
// exchange makes them more even. The reserve, who is the third reviewer should the two disagree, is drawn in the same way
// from all other reviewers of the panel.
//
// A reviewer's unit is compared with departments letter by letter; a name that is nearly the same is noticed.
//
// # Roster
//
// Drawn.Roster names the frame, in any order of its files: it is the SHA-256 over the sorted SHA-256 of each file's
// number, department and strata, joined by line feeds. A file that is added, dropped or moved to another stratum changes it.
//
// The package does not decide which files belong to the frame (closed and archived ones of the period, as a rule), and
// does not find a published number; that of a lottery or a stock index on a day named before will do.
//
// All functions are pure and may be called at the same time. The same frame, in any order, and the same plan give the same
// draw for ever: the formats above do not change. Fields are only added.
package sample
