package course

import "slices"

const replyLimit = "答复期限"

// isIdle reports whether a step ends a limit without being what the limit is for.
func isIdle(clock, step string) bool {
	closing := []string{"决定", "驳回申请", "调解", "终止", "不予受理"}
	over := []string{"恢复", "终止", "调解"}
	judged := []string{"判决送达", "裁定送达", "调解书送达"}
	return slices.Contains(map[string][]string{
		"发送副本期限":   closing,
		replyLimit: closing,
		"补正期限":     {"受理", "受理（简易程序）", "不予受理", "延长补正期限"},
		"中止满六十日":   {"调解"},
		"附带审查期限":   {"终止", "调解"},
		"通知制定机关期限": over, "制定机关答复期限": over, "转送附带审查期限": over, "接受机关回复期限": over,
		"起诉期限":   {"责令受理", "重新审理"},
		"重新作出期限": {"重新审理"},
		"答辩举证期限": judged, "延期举证期限": judged, "管辖异议上诉期限": judged,
		"上诉期限": {"履行", "裁判生效"},
	}[clock], step)
}
