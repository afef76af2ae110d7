package layout

import "strings"

// units are the words that follow a number and stay with it on one line. Longer ones need not be listed when their first
// character is.
const units = "个 件 次 份 条 项 名 人 位 家 户 场 期 起 宗 所 处 类 批 年 月 日 号 周 天 时 分 秒 元 角 米 里 亩 平 公 立 吨 " +
	"克 升 度 级 岁 届 章 节 款 篇 页 册 卷 本 张 块 幅 台 辆 套 组 队 班 支 间 座 栋 幢 村 镇 县 市 省 区 街 站 点 例 种 门 " +
	"倍 成 折 楼 层 字 句 首 只 头 棵 艘 架 颗 封 枚 把 顶 面 轮 步 步骤 门类 问 遍 回 趟 番 笔 单 万 亿 字号 " +
	"人次 场次 件次 批次 户次 家次 车次 余次 个百分点 百分点 千米 毫米 厘米 分钟 小时 季度 年度 月份 号文 周年 周岁 多年 " +
	"公里 公斤 公顷 平方米 平方公里 立方米 美元 万元 亿元 工作日 个工作日 个月 学时 课时 人份"

// magnitudes may stand between a number and its unit: 7万余份.
const magnitudes = "十百千万亿兆"

// about are words of approximation that may stand between a number and its unit: 20余条.
const about = "余多来几"

// singleUnits are the units that stay with a single Han numeral; with others it is often no number: 一起, 十分.
const singleUnits = "个件项条份名"

// hanDigits are the digits of ordinals: 第十七次.
const hanDigits = "〇零一二三四五六七八九十百千两"

// unitWords lists the units by their first character, the longest first. Nobody writes to it.
var unitWords = func() map[rune][][]rune {
	m := make(map[rune][][]rune)
	for _, word := range strings.Fields(units) {
		w := []rune(word)
		list := m[w[0]]
		at := 0
		for at < len(list) && len(list[at]) >= len(w) {
			at++
		}
		list = append(list, nil)
		copy(list[at+1:], list[at:])
		list[at] = w
		m[w[0]] = list
	}
	return m
}()
