package layout

import "strings"

// titleWords are words that titles of official documents are made of; a line of a title does not end inside one. A word
// that is missing costs little: other gaps are then preferred.
const titleWords = "关于 改进 提升 印发 转发 批转 发布 公布 修订 修改 废止 废止和修改 开展 做好 加强 加快 推进 推动 深入 进一步 全面 全市 全区 全县 全省 " +
	"落实 贯彻 贯彻落实 实施 组织 规范 完善 健全 建立 申报 推荐 举办 召开 参加 调整 成立 设立 撤销 任免 表彰 表扬 通报 征求 请求 申请 " +
	"报告 通知 通告 公告 公报 决定 决议 意见 请示 批复 议案 函 纪要 命令 方案 办法 规定 规则 细则 条例 计划 规划 要点 总结 清单 目录 " +
	"情况 工作 年度 年 季度 上半年 下半年 试行 暂行 有关 相关 若干 问题 事项 措施 制度 机制 体系 标准 指引 指南 实施方案 实施意见 工作方案 工作要点 " +
	"法治 法治政府 政府 建设 依法 依法治区 依法治县 依法治市 依法行政 行政 行政复议 行政应诉 行政诉讼 行政执法 行政规范性文件 规范性文件 重大 决策 " +
	"重大行政决策 合法性 合法性审查 审查 备案 登记 管理 监督 协调 检查 执法 司法 司法行政 司法所 司法局 普法 宣传 教育 法治宣传教育 调解 人民调解 " +
	"矛盾 纠纷 化解 排查 社区 社区矫正 安置 帮教 公证 律师 法律 法律服务 公共 公共法律服务 法律援助 法律顾问 仲裁 鉴定 司法鉴定 案卷 评查 案卷评查 " +
	"合同 政府合同 信访 信息 公开 政务 政务公开 信息公开 优化 营商 环境 营商环境 优化营商环境 改革 创新 发展 高质量发展 安全 生产 安全生产 应急 预案 " +
	"领导 小组 领导小组 委员会 办公室 人民政府 人民法院 人民检察院 街道 办事处 街道办事处 党组 党委 支部 干部 人员 队伍 培训 考核 考试 评估 督察 督查 " +
	"第一责任人 职责 履行 履职 推进法治建设 主要负责人 述职 述法 专项 行动 专项行动 整治 治理 基层 乡镇 村居 农村 城市 住宅小区 物业 企业 民营 经济 " +
	"集中 统一 标准化 规范化 数字化 信息化 平台 运行 使用 资金 经费 预算 决算 绩效 采购 项目 服务 保障 维护 稳定 权益 保护 群众 社会 文化 生态 资源"

// words holds titleWords. Nobody writes to it.
var words = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(titleWords) {
		m[w] = true
	}
	return m
}()

// longestWord is the length of the longest of titleWords, in characters.
const longestWord = 7
