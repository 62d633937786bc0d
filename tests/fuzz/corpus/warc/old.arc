filedesc://x.arc 0.0.0.0 20170120100000 text/plain 76
1 0 test
URL IP-address Archive-date Content-type Archive-length


http://example.org/a 1.2.3.4 20170120100000 text/html 1963
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>نظام جديد - مدونة الاختبار</title>
<link rel="canonical" href="http://example.org/2017/01/new.html"><meta property="og:title" content="نظام جديد">
<meta name="date" content="2017-01-20">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"نظام جديد","datePublished":"2017-01-20T10:00:00Z","author":[{"name":"سعاد المرادي"}]}]}</script>
</head><body><nav><ul><li><a href="/">الرئيسية</a></li></ul></nav>
<article itemscope itemtype="http://schema.org/Article"><h1 itemprop="headline">نظام جديد</h1><p class="byline">سعاد المرادي — منذ يومين</p>
<p>أعلنت الشركة أمس أن النسخة الجديدة من نظامها ستصل إلى جميع المستخدمين خلال أسابيع، وأن العمل عليها بدأ منذ عامين.</p><p>أعلنت الشركة أمس أن النسخة الجديدة من نظامها ستصل إلى جميع المستخدمين خلال أسابيع، وأن العمل عليها بدأ منذ عامين.</p><ul><li>أول</li><li>ثان</li></ul><pre>int x;</pre><blockquote>أعلنت الشركة أمس أن النسخة الجديدة من نظامها ستصل إلى جميع المستخدمين خلال أسابيع، وأن العمل عليها بدأ منذ عامين.</blockquote>
<table><tr><td>أ</td><td>ب</td></tr></table><p>التدوينة <a href="http://example.org/x">نظام جديد</a> ظهرت أولاً على <a href="http://example.org">مدونة الاختبار</a>.</p>
</article><aside><a href="/a">اقرأ أيضا</a></aside><footer>جميع الحقوق محفوظة</footer></body></html>
<!-- Mirrored from example.org/new.html by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 03 Mar 2017 03:27:37 GMT -->

