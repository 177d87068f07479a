"""Forms of speech of local plans: so much for each, so often, for so many, by a year inside a promise."""

from __future__ import annotations

import pytest
from plansite.reader.glyphs import normalise
from plansite.reader.target import read_targets

# sentence | comparator value unit year (- where none is stated), parted by ;
SENTENCES = """
保证学生每天锻炼1小时，每天一小时课外体育活动。| ge 1 hours -; ge 1 hours -
案件线索24小时内录入系统，热线24小时服务。| le 24 hours -
裁定时限在紧急情况下不超过24小时。| le 24 hours -
志愿者年人均服务时长达到18小时。| ge 18 hours -
委员会每年至少召开1次全体会议、2次联络员会议。| ge 1 times_per_year -; ge 2 times_per_year -
每年刊播公益广告不少于150条次。| ge 150 times_per_year -
年开展普法宣传90场次以上。| ge 90 times_per_year -
举办青年艺术节，每两年1届。| ge 1 times_per_2_years -
县级财政每例补助130元。| ge 130 yuan -
对患大病的妇女，每人给予2万元一次性救助。| ge 20000 yuan -
残疾儿童每人每年补助训练费1.1万元。| ge 11000 yuan -
提供最高40万元的贴息贷款。| le 400000 yuan -
五年内轮训指导骨干3万名，募集见习岗位2万个。| ge 30000 count -; ge 20000 count -
上线微课200节，每年寻找最美家庭50户。| ge 200 count -; ge 50 count -
儿童友好步道贯通6公里，开放康复床位20张。| ge 6 km -; ge 20 count -
各村明确1名委员专门负责。| ge 1 count -
新增业务用房3万平方米、床位900张。| ge 30000 m2 -; ge 900 count -
支持8所职业院校建设巾帼学院。| ge 8 count -
为500户老年家庭完成适老化改造。| ge 500 count -
筹建保障性住房2万套，其中70%以上面向青年。| ge 20000 count -; ge 70 percent -
组建不少于800人的志愿队伍。| ge 800 count -
建成1所不少于80张床位的养护机构。| ge 1 count -
儿童保健管理率达到80以上。| ge 80 percent -
防治出生缺陷：新生儿疾病筛查率达到99%。| ge 99 percent -
数据库建成率2023年达到100%，监测指标采集率达到95%。| ge 100 percent 2023; ge 95 percent -
婚检率到2023年城市要达到98%，农村要达到86%。| ge 98 percent 2023; ge 86 percent 2023
到2025年，建成率达到80%，覆盖率达到70%。| ge 80 percent 2025; ge 70 percent 2025
已建工会企业专项集体合同签订率达到90%。| ge 90 percent -
高级岗位比例上浮4个百分点。| increase 4 percent -
留守儿童动态清零，确保零就业家庭动态清零。| le 0 count -
老城区和已建成居住区每千人口托位数不低于7个。| ge 7 per_1000 -
为1.1万名智力、精神残疾人提供照护服务。| ge 11000 count -
对使用年限超过8年的设施进行更新，更新率达到85%。| ge 85 percent -
产假延长至150天，配偶陪产假12日。| ge 150 days -; ge 12 days -
每天睡眠时间小学生10小时、初中生9小时。| ge 10 hours -; ge 9 hours -
规范提升现有阵地，新建“妇女微家”150个，每个阵地每年开展活动不少于8次。| ge 150 count -; ge 8 times_per_year -
每两年举办1期女干部培训班，每两个月至少开展1次议事协商。| ge 1 times_per_2_years -; ge 6 times_per_year -
每季度推出专题报道不少于2期。| ge 8 times_per_year -
每年推选省级最美家庭200户，学生用品抽检每年不少于300批次。| ge 200 count -; ge 300 count -
对患病的低收入妇女一次性给予1万元救助。| ge 10000 yuan -
儿童伤害死亡率下降两成。| decrease 20 percent -
补贴目录扩大到80种，涉及3种疾病。| ge 80 count -
25万人口以上的县至少建有1所特殊教育学校。| ge 1 count -
保健员配备率到2025年达到95%，每村至少有1名女保健员。| ge 95 percent 2025; ge 1 count -
到2023年，完成检查6万人，规划期末累计达到11万人。| ge 60000 count 2023; ge 110000 count -
每年扫除妇女文盲300人。| ge 300 count -
实现孕产妇零死亡。| le 0 count -
在零距离服务的基础上，实现零投诉。|
儿童死亡率控制在5‰以内，比“十三五”末下降10%。| le 5 per_1000 -; decrease 10 percent -
“十三五”末，妇女参保率达到90%。|
每10万人口妇科床位不少于14张，千人口执业（助理）医师3.1人。| ge 14 per_100k -; ge 3.1 per_1000 -
在20万人口的县建成儿童公园1个。| ge 1 count -
支持3家县级医院建成儿童友好医院。| ge 3 count -
企业数量实现翻番，游客人数比2020年翻一番。| increase 100 percent -; increase 100 percent -
实施居民收入翻番计划。|
人员配备比例不低于万分之1.75。| ge 1.75 per_10k -
按不低于1.5%的比例安排残疾人就业。| ge 1.5 percent -
班额控制在50人以内，56人以上大班额全面消除。| le 50 count -
每3万人配置救护车不少于1辆。| ge 1 count -
创作舞台剧5部，力争2部作品获国家级奖项。| ge 5 count -; ge 2 count -
"""
CASES = [line for line in SENTENCES.splitlines() if line.strip()]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_promises_just_this(case: str) -> None:
    sentence, _, wanted = case.partition("|")
    found = [
        f"{one.comparator} {one.value:g} {one.unit} {one.year or '-'}"
        for one in read_targets(normalise(sentence.strip()).text, 2021)
    ]
    assert found == [part.strip() for part in wanted.split(";") if part.strip()]
