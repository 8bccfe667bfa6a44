"""Records for customer-quality, with Chinese headings: listed, state and private companies."""

from companies import write

WORDS = {"yes": "是", "no": "否"}


def record_of(company):
    """One record."""
    chance = company.chance
    kind = chance.choice(("上市", "国有独资", "民营", "民营"))
    yes = lambda bent=0.15: company.seldom(WORDS[company.yes(bent)], 0.01)  # noqa: E731
    fault = lambda own, bent=0.1: (  # noqa: E731
        WORDS["no" if company.yes(bent) == "yes" else "yes"] if kind == own else ""
    )
    pick = lambda *values: company.seldom(company.pick(*values), 0.01)  # noqa: E731
    share = lambda low, high: company.seldom(  # noqa: E731
        company.share(low + (high - low) * company.near()), 0.01
    )
    industry = chance.choice((-0.02, 0.03, 0.06, 0.1))
    owner = {
        "上市": "上市背景",
        "国有独资": "政府",
        "民营": chance.choice(("家庭", "家庭", "外资")),
    }
    return {
        "客户编号": company.short,
        "公司类型": kind,
        "成立动机": company.seldom(chance.choice(("人力", "技术", "客户资源", "行业利润", "分工"))),
        "超范围经营": WORDS["yes" if chance.random() < 0.05 else "no"],
        "特种许可": chance.choice(("无需",) * 6 + ("已有", "已有", "应有而无")),
        "主营突出": yes(0.2),
        "更名次数": company.seldom(company.pick(0, 0, 0, 1, 2)),
        "重组次数": company.pick(0, 0, 0, 1, 2),
        "主营变更次数": company.pick(0, 0, 1, 1, 2, 3),
        "股权过于集中": fault("上市", 0),
        "关键人控制": fault("上市"),
        "披露质量差": fault("上市"),
        "所有者缺位": fault("国有独资", 0),
        "行政干预": fault("国有独资"),
        "个人或家族决策": fault("民营", -0.1),
        "所有者兼管理者": fault("民营", -0.1),
        "股东背景": company.seldom(owner[kind]),
        "受过良好教育": yes(),
        "商业经验丰富": yes(0.3),
        "品德端正": yes(0.3),
        "作风稳健": yes(0.1),
        "有进取心": yes(0.2),
        "贷款逾期次数": company.seldom(company.pick(0, 0, 0, 1, 2, 4)),
        "对外资信": pick("良好", "一般", "不良"),
        "偷税漏税": WORDS["yes" if chance.random() < 0.04 else "no"],
        "虚假报表": WORDS["yes" if chance.random() < 0.03 else "no"],
        "供应商资质": pick("知名", "合格", "合格", "不明"),
        "进价水平": pick("低于市价", "持平", "高于市价"),
        "进货渠道": pick("厂家直供", "经销"),
        "付款条件": pick("赊购", "承兑汇票", "预付或现款"),
        "自主研发": yes(0.1),
        "与外部机构合作": yes(-0.1),
        "有科研成果": yes(-0.1),
        "设备成新率": company.edge(("0.7", "0.4"), share(0.2, 0.95), 0.1),
        "环保情况": pick("达标", "达标", "达标", "整改中", "违法"),
        "前五大客户占比": company.edge(("0.3", "0.6"), share(0.9, 0.1), 0.1),
        "销售渠道": pick("直接", "间接"),
        "收款条件": pick("预收货款", "现货交易", "赊账销售", "赊账销售"),
        "新产品占比": company.edge(("0.2", "0.1", "0.03"), share(0, 0.35), 0.1),
        "推出快慢": pick("领先", "同步", "落后"),
        "销售增长率": company.edge((str(industry),), share(-0.12, 0.25), 0.1),
        "行业增长率": industry,
        "市场占有率": company.edge(("0.1", "0.05", "0.01"), share(0, 0.15), 0.1),
        "主营占比": company.edge(("0.8", "0.6", "0.4"), share(0.3, 1), 0.1),
    }


if __name__ == "__main__":
    write("customer-quality", record_of)
