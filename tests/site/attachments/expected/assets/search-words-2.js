gongkaiSearch.words[1]=["依申请公开","","",[
["","shenqing.html","依申请公开"],
["","shenqing.html","（请填写。）受理机构、提交申请的方式。"]
]];
