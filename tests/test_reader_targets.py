"""The grammar of numeric targets, sentence by sentence."""

from __future__ import annotations

import pytest
from plansite.reader.glyphs import normalise
from plansite.reader.target import read_targets

# sentence | targets: comparator value unit year (- where none is stated)
SENTENCES = """
剖宫产率控制在35%以内。| le 35 percent -
孕产妇死亡率到2025年下降到9/10万以下，到2030年下降到8/10万以下。| le 9 per_100k 2025; le 8 per_100k 2030
到2025年和2030年，营养知识知晓率分别在2019年和2022年基础上提高10%。| increase 10 percent 2025; increase 10 percent 2030
到2025年、2030年，筛查率分别达到60%和75%以上。| ge 60 percent 2025; ge 75 percent 2030
抽检合格率在不低于97%基础上，力争实现100%合格。| ge 97 percent -; ge 100 percent -
健康管理率保持在90%—95%。| range 90-95 percent -
医保参保率稳定在96%左右。| about 96 percent -
宽带普及率超过30%。| gt 30 percent -
文盲率低于1%。| lt 1 percent -
保证1/2以上的领导班子配备女干部。| ge 50 percent -
市直部门一半以上配备女干部。| ge 50 percent -
村民代表中女性占三分之一以上。| ge 33.3 percent -
委员中女性比例过半。| gt 50 percent -
九成以上的社区建立妇女之家。| ge 90 percent -
孕产妇死亡率控制在十万分之九以内。| le 9 per_100k -
每千名老年人、每百张养老床位均拥有1名社会工作者。| ge 1 per_1000 -; ge 1 per_100 -
每千名儿童拥有儿科医师1.1名、床位3张。| ge 1.1 per_1000 -; ge 3 per_1000 -
千人口托位数达到4.6个。| ge 4.6 per_1000 -
婴儿死亡率、新生儿死亡率分别控制在4‰、2.5‰以下。| le 4 per_1000 -; le 2.5 per_1000 -
宫颈癌、乳腺癌筛查率均达到70%以上。| ge 70 percent -; ge 70 percent -
女厕位与男厕位的比例至少为3:2，人流量大的场所达到2:1。| ge 1.5 ratio -; ge 2 ratio -
用人单位每年为女职工安排1次体检，每两年安排一次筛查。| ge 1 times_per_year -; ge 1 times_per_2_years -
领导小组每半年召开一次会议，每季度至少调度2次。| ge 2 times_per_year -; ge 8 times_per_year -
规划印发后1个月内报送备案。| le 1 months -
领导班子中至少有1名女干部，或配备一名以上女干部。| ge 1 count -; ge 1 count -
新增普惠托位1.2万个，建成母婴室30间。| ge 12000 count -; ge 30 count -
建设两处1000平米以上的养老中心。| ge 2 count -; ge 1000 m2 -
护理型床位占比由2020年的45%提高到2025年的60%。| ge 60 percent 2025
人均预期寿命达到81.8岁以上，平均受教育年限达到11.4年。| ge 81.8 years -; ge 11.4 years -
近视率每年降低0.5个百分点以上。| decrease 0.5 percent -
细颗粒物年均浓度下降到30微克/立方米。| le 30 count -
PM2.5浓度控制在32μg/m³以下。| le 32 count -
医疗机构床位达到6.5张/千人，全科医生达到3.5名/万人。| ge 6.5 per_1000 -; ge 3.5 per_10k -
延长产假60天，给予男方护理假15天。| increase 60 days -; ge 15 days -
小学生每天睡眠时间达到10小时，初中生达到9小时，高中生达到8小时。| ge 10 hours -; ge 9 hours -; ge 8 hours -
每千人口托位数2025年不少于4.6个，2030年不少于5.5个。| ge 4.6 per_1000 2025; ge 5.5 per_1000 2030
养育标准按照每年不低于5%的幅度增长。| increase 5 percent -
常住人口20万以上的县（市、区）至少建有1所救助机构。| ge 1 count -
按照女性人均1元、儿童人均1.5元标准落实经费。| ge 1 yuan -; ge 1.5 yuan -
每千人口执业医师3.2人。| ge 3.2 per_1000 -
护理型床位占比2025年、2030年分别达到60%、70%。| ge 60 percent 2025; ge 70 percent 2030
延长妇女人均预期寿命至84岁。| ge 84 years -
集中供养标准不低于每人每月1500元。| ge 1500 yuan -
集体合同和女职工专项集体合同签订率均达到95%以上。| ge 95 percent -; ge 95 percent -
督导员、儿童主任配备率和持证上岗率均达到100%。| ge 100 percent -; ge 100 percent -
预计到2025年，老年人口将达到9.5万人，占比达到25%。|
促进70%的妇女在35—45岁接受宫颈癌筛查。| ge 70 percent -
到2025年，人均预期寿命达到80岁、2030年的82岁。| ge 80 years 2025; ge 82 years 2030
截至2020年底，筛查率达到95.3%，培训1.2万人次。|
“十三五”期间，参保率由88%提高到93%。|
“十四五”期间新增托位2000个。| ge 2000 count 2025
到2025年建筑面积达到1.6万平方米，编制床位不少于120张；门诊规范化达标率达到90%。| ge 16000 m2 2025; ge 120 count 2025; ge 90 percent -
到2025年，签约率达到80%；随访率达到90%。| ge 80 percent 2025; ge 90 percent 2025
2023年起每年为不少于5000名女生接种疫苗。| ge 5000 count -
2022年至2025年每年完成筛查6000人。| ge 6000 count 2025
新建社区医院12家，其中10家在山区。| ge 12 count -; ge 10 count -
设置中医馆的比例达到100%，其中15%建成示范中医馆。| ge 100 percent -; ge 15 percent -
全市现有医院12家，其中10家在山区。|
项目总投资1.2亿元，改造幼儿园12所。| ge 1.2 hundred_million_yuan -; ge 12 count -
为10万名儿童建立口腔健康档案，免费配镜2万副。| ge 100000 count -; ge 20000 count -
推进100个临床重点专科建设。| ge 100 count -
享受托养服务的人数比2020年增加一倍。| increase 100 percent -
康复床位扩充至260张，步道达到120公里。| ge 260 count -; ge 120 km -
急救平均反应时间缩短到12分钟以内。| le 12 minutes -
日检测能力达到5000管以上。| ge 5000 count -
收费不高于市场价格的70%，女性课程不少于课程总数的三分之一。| le 70 percent -; ge 33.3 percent -
每年召开全体会议不少于1次，联络员会议不少于2次。| ge 1 times_per_year -; ge 2 times_per_year -
每季度至少举办1场公益活动。| ge 4 times_per_year -
市、县两级代表中女性比例均不低于30%。| ge 30 percent -
招收5人以上残疾学生的普通学校设立资源教室。|
社区儿童主任每年接受培训不少于24小时，热线24小时开通。| ge 24 hours -
按每位妇女每年1.2元安排经费。| ge 1.2 yuan -
0—6岁儿童、65岁以上老人免费体检，打造“15分钟生活圈”。|
依据《两癌防治行动（2021—2025年）》第12条，拨打12338热线。|
女职工100人以上的用人单位应建立工作制度。|
领导小组下设2个工作组，落实“五个一”工程。|
按照60%的比例给予补助。|
到2030年建成1个市级、10个县级儿童活动中心，增加学位3600个。| ge 1 count 2030; ge 10 count 2030; ge 3600 count 2030
平均预期寿命：82岁。| ge 82 years -
解决2.5万农村人口饮水安全问题。| ge 25000 count -
组建60人以上的志愿服务队伍，女职工60人以上的企业建立组织。| ge 60 count -
每年为2500名0—6岁儿童开展屈光筛查。| ge 2500 count -
围绕8个领域提出75项主要目标和93项策略措施。|
"""
CASES = [line for line in SENTENCES.splitlines() if line.strip()]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_sets_these_targets(case: str) -> None:
    sentence, _, wanted = case.partition("|")
    found = []
    for one in read_targets(normalise(sentence.strip()).text, 2021):
        value = f"{one.value:g}" if one.high is None else f"{one.value:g}-{one.high:g}"
        found.append(f"{one.comparator} {value} {one.unit} {one.year or '-'}")
    assert "; ".join(sorted(found)) == "; ".join(
        sorted(p.strip() for p in wanted.split(";") if p.strip())
    )


def test_subjects_are_named_as_printed() -> None:
    text = "提高农村卫生厕所普及率，2025年达到98%左右；自来水普及率稳定在99%以上。"
    assert [t.subject for t in read_targets(text, 2021)] == ["农村卫生厕所普及率", "自来水普及率"]


def test_a_baseline_is_kept_beside_its_target() -> None:
    (one,) = read_targets("床位占比由2020年的45%提高到60%。", 2021)
    assert one.baseline is not None
    assert (float(one.baseline[0]), one.baseline[1], float(one.value)) == (45, 2020, 60)


def test_what_is_striven_for_is_marked() -> None:
    first, second = read_targets("合格率不低于97%，力争达到100%。", 2021)
    assert (first.stretch, second.stretch) == (False, True)


def test_each_of_several_figures_is_quoted_with_all_their_subjects() -> None:
    text = "甲病、乙病死亡率分别控制在4‰、5‰以下。"
    assert [text[t.start : t.end] for t in read_targets(text, 2021)] == [text[:15], text[:-1]]


def test_examples_before_a_name_are_no_subjects_of_their_own() -> None:
    text = "甲症、乙症等新生儿疾病2周内诊断率、治疗率均达到90%。"
    assert [t.subject for t in read_targets(text, 2021)] == [
        "甲症、乙症等新生儿疾病2周内诊断率",
        "治疗率",
    ]
