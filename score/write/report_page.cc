#include "score/write/report_parts.h"

namespace versus {

std::string_view report_style() {
  return R"css(
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1b1f;--soft:#54545e;--line:#c9c9d2;--band:#f1f1f5;--link:#0b4fb3;
--bad:#a3141d;--badbg:#fdecec;--mid:#7a4b00;--midbg:#fff4df;--good:#0d5c2d;--goodbg:#e8f6ed}
@media(prefers-color-scheme:dark){:root{--bg:#15161a;--fg:#ececf1;--soft:#b3b3bf;--line:#44464f;--band:#22242a;
--link:#8db8ff;--bad:#ff9d9d;--badbg:#3a1d20;--mid:#ffce85;--midbg:#382c17;--good:#8fe0ad;--goodbg:#173322}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:82rem;background:var(--bg);color:var(--fg);
font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:.2rem 0}h2{margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
a{color:var(--link)}.lead{font-size:1.1rem}nav a{margin-right:.8rem}
.scroll{overflow:auto;max-height:80vh;border:1px solid var(--line);border-radius:6px}
.scroll:focus-visible{outline:3px solid var(--link)}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.92rem;overflow-wrap:normal}
th,td{padding:.35rem .55rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{position:sticky;top:0;background:var(--band);z-index:2}
.matrix td{min-width:9rem;max-width:22rem}.matrix tbody th{min-width:8rem;max-width:16rem;font-weight:600}
.group th{background:var(--band);color:var(--soft)}
.v{display:block;font-weight:400;color:var(--soft);font-size:.85rem}
.n,.k{color:var(--soft);font-size:.85rem}.k{font-style:italic}
td.conflict{background:var(--badbg)}td.conflict>details>summary>span{color:var(--bad)}
td.differ{background:var(--midbg)}td.differ>details>summary>span{color:var(--mid)}
td.agree{background:var(--goodbg)}td.agree>details>summary>span{color:var(--good)}
summary{cursor:pointer}details ul{padding-left:1.1rem;margin:.3rem 0}
.list{list-style:none;padding:0}.list>li{border-bottom:1px solid var(--line);padding:.25rem 0}
.x{display:block;color:var(--soft)}
q{quotes:"\201C" "\201D"}
form{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center;margin:.6rem 0}
form[hidden]{display:none}label{display:inline-flex;gap:.4rem;align-items:center;max-width:100%}
input,select{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--soft);border-radius:4px;padding:.15rem .35rem;
max-width:14rem}
figure{margin:1rem 0;max-width:44rem}figcaption{font-weight:600}
svg{width:100%;height:auto}svg text{fill:var(--fg);font-size:13px}svg .tick{fill:var(--soft)}
svg .axis{stroke:var(--line);stroke-width:1.5}svg .whisker{stroke:var(--link);stroke-width:2.5}svg circle{fill:var(--link)}
pre{margin:0;padding:.5rem;font-size:.8rem}
@media print{.scroll{max-height:none;overflow:visible;border:0}thead th{position:static}form,nav{display:none}
details::details-content{content-visibility:visible;display:block;height:auto}}
)css";
}

std::string_view report_script() {
  return R"js(
(function(){
"use strict";
var form=document.getElementById("filter");if(!form)return;form.hidden=false;
var get=function(id){return document.getElementById(id)};
var rows=Array.prototype.slice.call(document.querySelectorAll(".matrix tbody tr:not(.group)"));
function apply(){
var conflict=get("f-conflict").checked,text=get("f-text").value.toLowerCase(),source=get("f-source").value,
entity=get("f-entity").value,n=0;
rows.forEach(function(row){
var ok=true;
if(conflict&&!row.querySelector("td.conflict"))ok=false;
if(ok&&text&&row.textContent.toLowerCase().indexOf(text)<0)ok=false;
if(ok&&source&&!row.querySelector('td[data-s~="'+source+'"]'))ok=false;
if(ok&&entity){
var heads=row.closest("table").tHead.rows[0].cells,at=-1;
for(var i=1;i<heads.length;i++)if(heads[i].dataset.e===entity)at=i;
ok=at>0&&row.cells[at].firstChild!==null;
}
row.hidden=!ok;if(ok)n++;
});
get("f-count").textContent=n+" of "+rows.length+" features";
}
form.addEventListener("input",apply);
form.addEventListener("submit",function(event){event.preventDefault()});
var opened=[];
addEventListener("beforeprint",function(){
opened=Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
opened.forEach(function(d){d.open=true});
});
addEventListener("afterprint",function(){opened.forEach(function(d){d.open=false})});
})();
)js";
}

}  // namespace versus
