/** Mail providers open to everyone: sharing one of them ties nobody. The list errs on the short side: a missing one hides too much. */
export const PUBLIC_MAIL_DOMAINS: ReadonlySet<string> = new Set(
  `
  gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com hotmail.co.uk hotmail.fr
  hotmail.de hotmail.it hotmail.es live.co.uk live.fr live.nl outlook.de outlook.fr outlook.es outlook.it
  outlook.jp outlook.com.br yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.jp
  yahoo.co.in yahoo.ca yahoo.com.br yahoo.com.au ymail.com rocketmail.com aol.com aim.com icloud.com
  me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com
  tutamail.com keemail.me posteo.de posteo.net mailbox.org fastmail.com fastmail.fm hey.com duck.com
  riseup.net disroot.org hushmail.com mail.com gmx.com gmx.net gmx.de gmx.at gmx.ch web.de freenet.de
  t-online.de email.com zoho.com zohomail.com yandex.com yandex.ru ya.ru mail.ru inbox.ru bk.ru list.ru
  rambler.ru qq.com 163.com 126.com yeah.net sina.com sohu.com foxmail.com aliyun.com naver.com daum.net
  hanmail.net rediffmail.com uol.com.br bol.com.br terra.com.br orange.fr wanadoo.fr free.fr sfr.fr
  laposte.net libero.it virgilio.it tiscali.it btinternet.com sky.com virginmedia.com ntlworld.com
  talktalk.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
  earthlink.net juno.com rogers.com shaw.ca sympatico.ca bigpond.com optusnet.com.au xtra.co.nz ziggo.nl
  kpnmail.nl bluewin.ch seznam.cz wp.pl o2.pl onet.pl interia.pl ukr.net abv.bg mailfence.com
`
    .trim()
    .split(/\s+/),
);
