/* Words that ask and greet, folded. What a statute could mean by itself does
 * not belong here: 多少钱 asks for a sum, 多久 for a period, and 可以 grants a
 * right; nor does what people do, 投诉 or 求助. 律师 is one only in a greeting;
 * 怎么办 only at the end, for it also begins 怎么办理. */
#include "query/filler.h"

#include <stddef.h>

/* clang-format off */
/* Anywhere. */
const char *const ft_filler_words[] = {
    /* Greetings, and who is greeted. */
    "你好", "您好", "大家好", "各位好", "律师好", "律师你好", "律师您好",
    "你好律师", "您好律师", "各位律师", "尊敬的律师", "请问律师", "律师请问",
    "老师你好", "老师您好", "领导你好", "领导您好", "同志你好", "同志您好",

    /* Saying that one asks. */
    "请问", "请问一下", "请问下", "问一下", "问下", "想问", "想问问",
    "想问一下", "想问下", "我想问", "我想问问", "我想问一下", "我想问下",
    "我要问", "想咨询", "想咨询一下", "我想咨询", "我想咨询一下", "咨询一下",
    "咨询下", "请教", "请教一下", "想请教", "想请教一下", "我想请教一下",
    "想知道", "我想知道", "想了解", "想了解一下", "我想了解一下", "麻烦问一下",
    "麻烦问下", "麻烦您", "麻烦你", "有个问题", "我有个问题", "有人知道",
    "谁知道", "帮我看看", "帮忙看看", "请帮我", "请解答", "求解答", "求解",
    "请指教", "在线等",

    /* Thanks. */
    "谢谢", "谢谢你", "谢谢您", "谢谢了", "谢谢啦", "谢谢律师", "谢了", "多谢",
    "非常感谢", "十分感谢",

    /* Words that ask. */
    "怎么", "怎么样", "怎样", "咋", "咋样", "如何", "为什么", "为啥", "为何",
    "什么", "啥", "哪些", "哪个", "哪种", "哪里", "哪儿", "谁", "是否", "能否",
    "可否", "是不是", "能不能", "可不可以", "要不要", "会不会", "有没有",
    "应不应该", "该不该", "算不算",

    NULL,
};

/* Only where a sentence, or a part of it, ends. */
const char *const ft_filler_endings[] = {
    /* Thanks. */
    "感谢", "拜托", "拜托了",

    /* Words that ask. */
    "怎么办", "咋办", "是什么", "有哪些", "行不行", "对不对", "好不好",

    /* What a question ends with. */
    "吗", "呢", "吧", "啊", "呀", "嘛", "么", "可以吗", "可以么", "行吗",
    "对吗", "好吗", "是吗", "能吗",

    NULL,
};

/* No fillers, though one is in them, and the segmenter may not know them. */
const char *const ft_filler_exceptions[] = {
    "无论如何", "无论怎样", "无论怎么", "无论什么", "不论如何", "不论怎样",
    "不论什么", "不管如何", "不管怎样", "不管怎么", "不管什么",

    NULL,
};
/* clang-format on */
