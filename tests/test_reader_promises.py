"""Classes of promise the reader must know whatever the place: words for numbers, pairs, remarks, baselines."""

from __future__ import annotations

import pytest
from plansite.reader.glyphs import normalise
from plansite.reader.target import read_targets

# sentence | targets: name comparator value unit year (- where none is stated), parted by ;
SENTENCES = """
女性科技特派员人数翻一番。| 女性科技特派员人数 increase 100 percent -
居民人均可支配收入比2020年翻一番。| 居民人均可支配收入 increase 100 percent -
重大安全责任事故为零。| 重大安全责任事故 le 0 count -
实现艾滋病母婴传播零新发。| 艾滋病母婴传播 le 0 count -
确保零就业家庭动态“清零”。| 零就业家庭动态 le 0 count -
对侵害行为零容忍，服务零距离。|
家庭教育指导覆盖九成五以上的中小学校。| 家庭教育指导覆盖中小学校 ge 95 percent -
2023年底前所有乡镇以及95%的行政村建成儿童之家。| 乡镇建成儿童之家 ge 100 percent 2023; 乡镇以及行政村建成儿童之家 ge 95 percent 2023
出生人口性别比控制在103—107之间。| 出生人口性别比 range 103-107 per_100 -
女性从业人员比例由2020年的42%提高到2030年的45%。| 女性从业人员比例 ge 45 percent 2030
高中阶段毛入学率2025年和2030年分别达到95%和97%以上。| 高中阶段毛入学率 ge 95 percent 2025; 高中阶段毛入学率 ge 97 percent 2030
儿童总体近视率每年降低0.5-1个百分点。| 儿童总体近视率 decrease 0.5-1 percent -
从业人员中女性比例较2020年提高2—3个百分点。| 从业人员中女性比例 increase 2-3 percent -
儿童伤害死亡率以2020年数据为基数下降20%。| 儿童伤害死亡率 decrease 20 percent -
每千常住人口执业（助理）医师数3.5人，注册护士数4.2人。| 每千常住人口执业（助理）医师数 ge 3.5 per_1000 -; 注册护士数 ge 4.2 per_1000 -
小学生近视率下降到38%以下，高中生下降到70%以下。| 小学生近视率 le 38 percent -; 高中生近视率 le 70 percent -
90%的城市社区和80%的农村社区(村)建立家长学校。| 城市社区建立家长学校 ge 90 percent -; 农村社区（村）建立家长学校 ge 80 percent -
县级以上人大代表、政协委员中女性比例分别不低于30%和25%。| 县级以上人大代表中女性比例 ge 30 percent -; 政协委员中女性比例 ge 25 percent -
妇女人均预期寿命在2020年基础上提高，到2025年达到81.5岁以上。| 妇女人均预期寿命 ge 81.5 years 2025
将婴儿死亡率控制在4.5‰以下（2020年为4.9‰）。| 婴儿死亡率 le 4.5 per_1000 -
义务教育学校女教师占比过半。| 义务教育学校女教师 gt 50 percent -
各级领导班子中都要有1名以上的女性。| 女性 ge 1 count -
九成以上的社区各建设1所儿童之家。| 社区各建设1所儿童之家 ge 90 percent -
争取建成20个市级和100个区级示范点。| 市级示范点 ge 20 count -; 区级示范点 ge 100 count -
基本医疗保险参保率≥95%，新增劳动力平均受教育年限达到13.5年。| 基本医疗保险参保率 ge 95 percent -; 新增劳动力平均受教育年限 ge 13.5 years -
平安建设群众满意度达到97分以上。| 平安建设群众满意度 ge 97 count -
“十四五”时期新增就业5000人以上，失业率控制在5%以内。| 新增就业 ge 5000 count 2025; 失业率 le 5 percent 2025
婴儿死亡率、孕产妇死亡率分别下降到4‰、10/10万。| 婴儿死亡率 le 4 per_1000 -; 孕产妇死亡率 le 10 per_100k -
人均预期寿命较目前的76.3岁继续增长，达到79岁。| 人均预期寿命 ge 79 years -
2015年至2020年，人均预期寿命从76.3岁提高到77.9岁，婴儿死亡率降至5.4‰。|
个人贷款最高额度为30万元，单笔额度最高可达50万元。| 个人贷款最高额度 le 300000 yuan -; 单笔额度 le 500000 yuan -
个人贷款最高额度提高到30万元。| 个人贷款最高额度 ge 300000 yuan -
空气质量优良天数达到320天。| 空气质量优良天数 ge 320 days -
登记失业率控制在4.5%以内，女性占比不高于50%。| 登记失业率 le 4.5 percent -; 女性 le 50 percent -
年均培训妇女骨干5000人次。| 培训妇女骨干 ge 5000 count -
每千名儿童拥有的儿科医生数，2025年达到1名，2030年达到1.12名。| 每千名儿童拥有的儿科医生数 ge 1 per_1000 2025; 每千名儿童拥有的儿科医生数 ge 1.12 per_1000 2030
妇女梅毒、乙肝检测率均达到98%以上。| 妇女梅毒检测率 ge 98 percent -; 乙肝检测率 ge 98 percent -
中小学生每天校内、校外各1个小时体育活动。| 中小学生每天校内、校外体育活动 ge 1 hours -
妇女病普查率达到90%，每两年开展1次妇女病普查。| 妇女病普查率 ge 90 percent -; 每两年开展妇女病普查 ge 1 times_per_2_years -
义务教育阶段超大班额为0。| 义务教育阶段超大班额 le 0 count -
配偶陪产假15天，育儿假每年各10天。| 配偶陪产假 ge 15 days -; 育儿假 ge 10 days -
根据第七次全国人口普查，全市常住人口达到500万人。|
党的二十大以来，2个县获得表彰，21个村建成示范点。|
"""
CASES = [line for line in SENTENCES.splitlines() if line.strip()]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_promises_this(case: str) -> None:
    sentence, _, wanted = case.partition("|")
    found = []
    for one in read_targets(normalise(sentence.strip()).text, 2021):
        value = f"{one.value:g}" if one.high is None else f"{one.value:g}-{one.high:g}"
        found.append(f"{one.subject} {one.comparator} {value} {one.unit} {one.year or '-'}")
    assert found == [part.strip() for part in wanted.split(";") if part.strip()]


def test_a_five_year_period_is_past_only_before_the_plan() -> None:
    sentence = "“十三五”期间参保率提高到93%。"
    assert read_targets(sentence, 2021) == []
    assert [f"{one.value:g}" for one in read_targets(sentence, 2016)] == ["93"]


def test_what_a_value_rose_from_is_its_baseline() -> None:
    (one,) = read_targets("产前筛查率由2020年的75%提升至85%。", 2021)
    assert one.baseline is not None
    assert (f"{one.baseline[0]:g}", one.baseline[1]) == ("75", 2020)


def test_each_of_a_list_is_promised_also_where_the_catalogue_has_them_as_one() -> None:
    def together(_name: str, _unit: str) -> bool:
        return True

    assert len(read_targets("妇女甲病、乙病检测率达到98%。", 2021, together)) == 1
    assert len(read_targets("妇女甲病、乙病检测率均达到98%。", 2021, together)) == 2
