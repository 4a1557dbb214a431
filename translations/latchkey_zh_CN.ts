<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AuthorizationWords</name>
    <message>
        <source>See and change their profile</source>
        <translation>查看并更改对方的个人资料</translation>
    </message>
    <message>
        <source>See and change your profile</source>
        <translation>查看并更改你的个人资料</translation>
    </message>
    <message>
        <source>See their profile</source>
        <translation>查看对方的个人资料</translation>
    </message>
    <message>
        <source>See your profile</source>
        <translation>查看你的个人资料</translation>
    </message>
    <message>
        <source>See where they are signed in</source>
        <translation>查看对方的登录位置</translation>
    </message>
    <message>
        <source>See where you are signed in</source>
        <translation>查看你的登录位置</translation>
    </message>
    <message>
        <source>Something that this Latchkey does not know</source>
        <translation>此版本的 Latchkey 不认识的权限</translation>
    </message>
    <message>
        <source>They see your profile, and can change your name and language. User name, e-mail address, phone and password stay yours alone.</source>
        <translation>对方可以查看你的个人资料，并更改你的姓名和语言。用户名、电子邮件地址、电话和密码仍只归你所有。</translation>
    </message>
    <message>
        <source>They see your name, e-mail address, phone and language.</source>
        <translation>对方可以看到你的姓名、电子邮件地址、电话和语言。</translation>
    </message>
    <message>
        <source>They see your devices and programs, from where and when each was used. They can end none of them.</source>
        <translation>对方可以看到你的设备和程序，以及各自的使用地点和时间，但不能结束其中任何一个。</translation>
    </message>
    <message>
        <source>Given: %1</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>给出时间：%1</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>姓名：%1</translation>
    </message>
    <message>
        <source>E-mail address: %1</source>
        <translation>电子邮件地址：%1</translation>
    </message>
    <message>
        <source>User name: %1</source>
        <translation>用户名：%1</translation>
    </message>
    <message>
        <source>Phone: %1</source>
        <translation>电话：%1</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>语言：%1</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>This password is too easy to guess. Add another unrelated word or two.</source>
        <translation>这个密码太容易猜到。请再加一两个不相关的词。</translation>
    </message>
    <message>
        <source>This is not an e-mail address. It looks like name@example.org.</source>
        <translation>这不是电子邮件地址。地址的形式如 name@example.org。</translation>
    </message>
    <message>
        <source>This address belongs to an account already. If it is yours, sign in instead.</source>
        <translation>这个地址已有账户。如果是你的，请直接登录。</translation>
    </message>
    <message>
        <source>This name is too long. Please shorten it.</source>
        <translation>姓名太长，请缩短。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>This is too short. Please add to it.</source>
        <translation>太短了，请补充。</translation>
    </message>
    <message>
        <source>This is too long. Please shorten it.</source>
        <translation>太长了，请缩短。</translation>
    </message>
    <message>
        <source>This number is too small or too large. Choose another one.</source>
        <translation>这个数字太小或太大，请换一个。</translation>
    </message>
    <message>
        <source>This contains a character that can&apos;t be used here.</source>
        <translation>其中有这里不能使用的字符。</translation>
    </message>
    <message>
        <source>This has a form that the server does not take. Check it and try again.</source>
        <translation>服务器不接受这种格式。请检查后重试。</translation>
    </message>
    <message>
        <source>The server does not know this choice. Choose another one.</source>
        <translation>服务器不认识这个选项，请另选一个。</translation>
    </message>
    <message>
        <source>This server is older than Latchkey and does not know all of this. Update the server.</source>
        <translation>这台服务器比 Latchkey 旧，不支持其中的部分内容。请更新服务器。</translation>
    </message>
    <message>
        <source>The server could not read what was sent. Update Latchkey and the server to versions that go together.</source>
        <translation>服务器无法读取发送的内容。请把 Latchkey 和服务器更新到相互匹配的版本。</translation>
    </message>
    <message>
        <source>This address can&apos;t be used to sign up. If it is yours, sign in instead.</source>
        <translation>这个地址不能用来注册。如果是你的，请直接登录。</translation>
    </message>
    <message>
        <source>This server takes no new accounts. Ask whoever runs it.</source>
        <translation>这台服务器不接受新账户。请联系它的管理者。</translation>
    </message>
    <message>
        <source>This is not the set-up code. It was printed where the server was started.</source>
        <translation>初始设置码不对。它显示在启动服务器的地方。</translation>
    </message>
    <message>
        <source>This is not the address of a server. It looks like accounts.example.org.</source>
        <translation>这不是服务器地址。地址的形式如 accounts.example.org。</translation>
    </message>
    <message>
        <source>This address would send your password unprotected. Use one that begins with https.</source>
        <translation>这个地址会以明文发送你的密码。请使用以 https 开头的地址。</translation>
    </message>
    <message>
        <source>E-mail and password don&apos;t go together. Check both and try again.</source>
        <translation>电子邮件和密码不匹配。请检查后重试。</translation>
    </message>
    <message>
        <source>This is not the password. Try again.</source>
        <translation>密码不对，请重试。</translation>
    </message>
    <message>
        <source>Too many tries. Wait a little and try again.</source>
        <translation>尝试次数过多。请稍候再试。</translation>
    </message>
    <message>
        <source>This account signs in in a way that Latchkey does not know yet. Sign in on the server&apos;s own site.</source>
        <translation>这个账户的登录方式 Latchkey 尚不支持。请在服务器自己的网站上登录。</translation>
    </message>
    <message>
        <source>This session has been ended. Sign in again to go on; nothing you typed is lost.</source>
        <translation>此会话已被结束。请重新登录以继续，你输入的内容不会丢失。</translation>
    </message>
    <message>
        <source>This session is no longer there. Refresh the list.</source>
        <translation>此会话已不存在。请刷新列表。</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Compare both and save again.</source>
        <translation>期间有人更改了这些内容。请比较两者后重新保存。</translation>
    </message>
    <message>
        <source>Choose for each line which one to keep, then save again.</source>
        <translation>请为每一行选择保留哪一个，然后重新保存。</translation>
    </message>
    <message>
        <source>The time to take this back is over. Sign in there again instead.</source>
        <translation>已经过了可以撤销的时间。请在那里重新登录。</translation>
    </message>
    <message>
        <source>Only whoever ended this session can take it back.</source>
        <translation>只有结束此会话的一方才能撤销。</translation>
    </message>
    <message>
        <source>There is no server of this name. Check the address.</source>
        <translation>没有叫这个名字的服务器。请检查地址。</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached from this network. Check the network, a VPN or the proxy.</source>
        <translation>从当前网络无法连接服务器。请检查网络、VPN 或代理。</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check it, or ask whether the server is running.</source>
        <translation>这个地址没有应答。请检查地址，或询问服务器是否在运行。</translation>
    </message>
    <message>
        <source>The connection broke. Try again.</source>
        <translation>连接中断，请重试。</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check it and the network, then try again.</source>
        <translation>这个地址没有应答。请检查地址和网络后重试。</translation>
    </message>
    <message>
        <source>The proxy did not let the connection through. Check the proxy in Settings.</source>
        <translation>代理没有放行连接。请在设置中检查代理。</translation>
    </message>
    <message>
        <source>There is no proxy of this name. Check the proxy in Settings.</source>
        <translation>没有叫这个名字的代理。请在设置中检查代理。</translation>
    </message>
    <message>
        <source>The proxy does not answer. Check the proxy in Settings.</source>
        <translation>代理没有应答。请在设置中检查代理。</translation>
    </message>
    <message>
        <source>The proxy broke the connection. Try again, or check the proxy in Settings.</source>
        <translation>代理中断了连接。请重试，或在设置中检查代理。</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password. Enter them in Settings.</source>
        <translation>代理需要用户名和密码。请在设置中填写。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired. Whoever runs it must renew it.</source>
        <translation>服务器的证书已过期，需要由它的管理者更新。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet. Check this computer&apos;s clock.</source>
        <translation>服务器的证书尚未生效。请检查这台计算机的时钟。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate belongs to another name. Check the address.</source>
        <translation>服务器的证书属于另一个名称。请检查地址。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has been withdrawn. Do not sign in; ask whoever runs the server.</source>
        <translation>服务器的证书已被吊销。请不要登录，并联系服务器的管理者。</translation>
    </message>
    <message>
        <source>No protected connection could be made. Ask whoever runs the server.</source>
        <translation>无法建立加密连接。请联系服务器的管理者。</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not a web server. Check the address and the port.</source>
        <translation>这个地址有应答，但不是网络服务器。请检查地址和端口。</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is no account server that Latchkey knows. Check the address.</source>
        <translation>这个地址有应答，但不是 Latchkey 支持的账户服务器。请检查地址。</translation>
    </message>
    <message>
        <source>The server&apos;s answer was too large to be right. Check the address.</source>
        <translation>服务器的应答大得不正常。请检查地址。</translation>
    </message>
    <message>
        <source>This server can&apos;t do this.</source>
        <translation>这台服务器不支持此操作。</translation>
    </message>
    <message>
        <source>The server has too much to do right now. Try again in a minute.</source>
        <translation>服务器现在很忙。请过一分钟再试。</translation>
    </message>
    <message>
        <source>The server is being restarted. Try again in a minute.</source>
        <translation>服务器正在重启。请过一分钟再试。</translation>
    </message>
    <message>
        <source>This is not the passphrase of the file. Try again.</source>
        <translation>这不是该文件的密码短语，请重试。</translation>
    </message>
    <message>
        <source>The encrypted file is locked. Enter its passphrase.</source>
        <translation>加密文件已锁定。请输入它的密码短语。</translation>
    </message>
    <message>
        <source>The encrypted file is damaged. It was left as it is.</source>
        <translation>加密文件已损坏，未对它作任何改动。</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>密钥环已锁定。请解锁后重试。</translation>
    </message>
    <message>
        <source>The keychain did not let Latchkey in. Allow it there and try again.</source>
        <translation>密钥环拒绝了 Latchkey 的访问。请在那里允许后重试。</translation>
    </message>
    <message>
        <source>The keychain does not answer. It may be waiting for you in another window.</source>
        <translation>密钥环没有应答。它可能正在另一个窗口中等待你。</translation>
    </message>
    <message>
        <source>Nothing is kept to sign in with. Sign in again.</source>
        <translation>没有保存登录信息。请重新登录。</translation>
    </message>
    <message>
        <source>This account is on the list already. Switch to it in the sidebar.</source>
        <translation>这个账户已在列表中。请在侧边栏切换到它。</translation>
    </message>
    <message>
        <source>The list of profiles could not be read. It was set aside, not deleted.</source>
        <translation>无法读取账户列表。原文件已另行保留，没有删除。</translation>
    </message>
    <message>
        <source>Another Latchkey is using the profiles. Close it and try again.</source>
        <translation>另一个 Latchkey 正在使用账户列表。请关闭它后重试。</translation>
    </message>
    <message>
        <source>The profiles were written by a newer Latchkey. Update this one.</source>
        <translation>账户列表由更新版本的 Latchkey 写入。请更新本程序。</translation>
    </message>
    <message>
        <source>The file could not be written. Check the folder&apos;s permissions and the room on the disk.</source>
        <translation>无法写入文件。请检查文件夹的权限和磁盘空间。</translation>
    </message>
    <message>
        <source>The file could not be read. Check its permissions.</source>
        <translation>无法读取文件。请检查它的权限。</translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again.</source>
        <translation>磁盘已满。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The database was written by a newer Latchkey. Update this one.</source>
        <translation>数据库由更新版本的 Latchkey 写入。请更新本程序。</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Check the network and try again.</source>
        <translation>无法连接服务器。请检查网络后重试。</translation>
    </message>
    <message>
        <source>The server takes too long to answer. Try again.</source>
        <translation>服务器应答时间过长，请重试。</translation>
    </message>
    <message>
        <source>This was cancelled before it was done. Start it again if you need it.</source>
        <translation>操作在完成前被取消。如有需要，请重新开始。</translation>
    </message>
    <message>
        <source>You are signed out. Sign in again to go on.</source>
        <translation>你已退出登录。请重新登录以继续。</translation>
    </message>
    <message>
        <source>Your account is not allowed to do this. Ask an administrator.</source>
        <translation>你的账户没有权限执行此操作。请联系管理员。</translation>
    </message>
    <message>
        <source>It is no longer there. Refresh to see what is.</source>
        <translation>它已不存在。请刷新以查看现有内容。</translation>
    </message>
    <message>
        <source>Somebody else was first. Look at what has changed and try again.</source>
        <translation>有人抢先了一步。请查看变化后重试。</translation>
    </message>
    <message>
        <source>The server did not accept this. Check it and try again.</source>
        <translation>服务器没有接受。请检查后重试。</translation>
    </message>
    <message>
        <source>The server failed at this. Try again later.</source>
        <translation>服务器执行失败。请稍后再试。</translation>
    </message>
    <message>
        <source>Latchkey does not understand the server&apos;s answer. Check the address, or update Latchkey.</source>
        <translation>Latchkey 无法理解服务器的应答。请检查地址，或更新 Latchkey。</translation>
    </message>
    <message>
        <source>Nothing was changed, so there is nothing to save.</source>
        <translation>没有任何更改，无需保存。</translation>
    </message>
    <message>
        <source>The list has changed meanwhile. Refresh it.</source>
        <translation>列表期间已有变化，请刷新。</translation>
    </message>
    <message>
        <source>You are signed out here, but the server could not be told. End this session from another device.</source>
        <translation>你已在此退出登录，但未能通知服务器。请从其他设备结束此会话。</translation>
    </message>
    <message>
        <source>The encrypted file could not be read. Check its permissions.</source>
        <translation>无法读取加密文件。请检查它的权限。</translation>
    </message>
    <message>
        <source>The encrypted file could not be written. Check the folder&apos;s permissions and the room on the disk.</source>
        <translation>无法写入加密文件。请检查文件夹的权限和磁盘空间。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>内存不足。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>This computer could not make a safe secret. Restart it and try again.</source>
        <translation>这台计算机无法生成安全的机密。请重启后重试。</translation>
    </message>
    <message>
        <source>This account is no longer on the list. Add it again.</source>
        <translation>此账户已不在列表中。请重新添加。</translation>
    </message>
    <message>
        <source>This account&apos;s entry could not be read. Add the account again.</source>
        <translation>无法读取此账户的条目。请重新添加账户。</translation>
    </message>
    <message>
        <source>Your settings could not be read and were set aside. Latchkey starts with the usual ones.</source>
        <translation>无法读取你的设置，原文件已另行保留。Latchkey 以默认设置启动。</translation>
    </message>
    <message>
        <source>This kind of database can&apos;t be used. Choose a file on this computer.</source>
        <translation>不能使用这种数据库。请选择这台计算机上的文件。</translation>
    </message>
    <message>
        <source>The server on this computer is in use by another Latchkey. Close that one and try again.</source>
        <translation>这台计算机上的服务器正被另一个 Latchkey 使用。请关闭它，然后重试。</translation>
    </message>
    <message>
        <source>The server on this computer has moved. Try again.</source>
        <translation>这台计算机上的服务器已更换地址。请重试。</translation>
    </message>
    <message>
        <source>Another Latchkey has this database open. Close it and try again.</source>
        <translation>另一个 Latchkey 正在使用这个数据库。请关闭它，然后重试。</translation>
    </message>
    <message>
        <source>You are signed out and the session has ended, but what it was kept in did not let it go. Unlock it and remove the account again.</source>
        <translation>你已退出登录，会话也已结束，但保存它的地方没有将其删除。请解锁后再次移除该账户。</translation>
    </message>
    <message>
        <source>You are signed out only until the next start: neither could the server be told, nor did what the session is kept in let it go. Unlock that, and sign out again.</source>
        <translation>你只是暂时退出，下次启动时会再次登录：既无法通知服务器，保存会话的地方也没有将其删除。请解锁后再次退出登录。</translation>
    </message>
    <message>
        <source>The list of profiles could not be read. It was not deleted; it is %1 now.</source>
        <translation>无法读取账户列表。它没有被删除，现在保存为 %1。</translation>
    </message>
    <message>
        <source>This computer has no network. As soon as it has one, Latchkey goes on by itself.</source>
        <translation>这台计算机没有网络。一有网络，Latchkey 就会自动继续。</translation>
    </message>
    <message>
        <source>This is another account. To use it beside this one, choose Add an account in Settings.</source>
        <translation>这是另一个账户。若要同时使用，请在设置中添加。</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for this server&apos;s certificate. If you know the certificate&apos;s fingerprint, you can trust it in Settings.</source>
        <translation>这台计算机信任的机构都没有为此服务器的证书作担保。如果你知道证书的指纹，可以在设置中信任它。</translation>
    </message>
    <message>
        <source>This password is too short. Please add to it.</source>
        <translation>这个密码太短。请加长一些。</translation>
    </message>
    <message>
        <source>This password is too long. Please shorten it.</source>
        <translation>这个密码太长。请缩短一些。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same. Type the second one again.</source>
        <translation>两次输入的密码短语不一致。请再次输入第二个。</translation>
    </message>
    <message>
        <source>The keychain did not do it. Unlock it, or keep your session elsewhere.</source>
        <translation>密钥环没有完成操作。请解锁密钥环，或将会话保存在别处。</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>请至少使用 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n character(s).</source>
        <translation>
            <numerusform>请最多使用 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the password you have already. Choose another one.</source>
        <translation>这就是你现在的密码。请另选一个。</translation>
    </message>
    <message>
        <source>%1 Your session works until the program ends; then you sign in again.</source>
        <comment>%1 is a sentence that says why it could not be kept</comment>
        <translation>%1你的会话在程序结束前有效，之后需要重新登录。</translation>
    </message>
    <message>
        <source>The server on this computer did not start. %1</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>这台计算机上的服务器没有启动。%1</translation>
    </message>
    <message>
        <source>%1 What you see is as of %2.</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>%1你看到的是 %2 的内容。</translation>
    </message>
    <message>
        <source>Offline. %1</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>离线。%1</translation>
    </message>
    <message>
        <source>Offline. %1 What you see is as of %2.</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>离线。%1你看到的是 %2 的内容。</translation>
    </message>
    <message>
        <source>You signed in there before you did here, so only a session that began earlier still can say that it was you.</source>
        <translation>那次登录早于这台设备的登录，因此只有开始得更早的会话才能确认是你本人。</translation>
    </message>
    <message>
        <source>Too many tries. Try again %1.</source>
        <comment>%1 is e.g. &apos;in 5 minutes&apos;</comment>
        <translation>尝试次数过多。请%1重试。</translation>
    </message>
    <message>
        <source>The server is asked too often. Try again %1.</source>
        <comment>%1 is e.g. &apos;in 5 minutes&apos;</comment>
        <translation>对服务器的请求过于频繁。请%1重试。</translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>在 %n 秒后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>在 %n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>在 %n 小时后</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is asked too often. Wait a little and try again.</source>
        <translation>对服务器的请求过于频繁。请稍候再试。</translation>
    </message>
    <message>
        <source>Your session is kept in the new place now, but the old one did not let its copy go. Unlock that, choose it once more, and then the new one.</source>
        <translation>会话现已保存在新的位置，但原来的位置没有删除它的副本。请将其解锁，重新选择一次原来的位置，再选择新的位置。</translation>
    </message>
    <message>
        <source>A part of Latchkey is missing on this computer. Install it again.</source>
        <translation>此计算机上缺少 Latchkey 的一部分。请重新安装。</translation>
    </message>
    <message>
        <source>The database has a second name on the disk, under which another server could open it. Remove that name.</source>
        <translation>该数据库在磁盘上还有另一个名称，其他服务器可能会以那个名称打开它。请删除那个名称。</translation>
    </message>
    <message>
        <source>This was confirmed a moment ago. Try again in a few seconds.</source>
        <translation>刚刚已经确认过。请过几秒再试。</translation>
    </message>
    <message>
        <source>Too many accounts were made from your network. Try again later.</source>
        <translation>你的网络创建的账户过多。请稍后再试。</translation>
    </message>
    <message>
        <source>Too many accounts were made from your network. Try again %1.</source>
        <comment>%1 is e.g. &apos;in 5 minutes&apos;</comment>
        <translation>你的网络创建的账户过多。请%1再试。</translation>
    </message>
    <message>
        <source>The sign-in took too long, or there were too many tries. Enter your password again to go on; it is still here.</source>
        <translation>登录用时过长，或尝试次数过多。请再次提交密码以继续，密码仍保留在这里。</translation>
    </message>
    <message>
        <source>This is not the code. Try the next one, and check that the clocks of both devices are right.</source>
        <translation>验证码不正确。请使用下一个验证码，并检查两台设备的时钟是否准确。</translation>
    </message>
    <message>
        <source>This second factor is no longer there. If you were adding it, begin again.</source>
        <translation>此第二重验证已不存在。如果你正在添加它，请重新开始。</translation>
    </message>
    <message>
        <source>There are as many second factors as an account can have. Remove one first.</source>
        <translation>第二重验证的数量已达账户上限。请先移除一个。</translation>
    </message>
    <message>
        <source>This account has no second factor. Add one first.</source>
        <translation>此账户没有第二重验证。请先添加一个。</translation>
    </message>
    <message>
        <source>This device is not trusted any longer.</source>
        <translation>此设备已不再受信任。</translation>
    </message>
    <message>
        <source>Nothing was changed, because it was not confirmed that it is you.</source>
        <translation>由于未确认是你本人，未做任何更改。</translation>
    </message>
    <message>
        <source>Confirm that it is you to go on.</source>
        <translation>请确认是你本人以继续。</translation>
    </message>
    <message>
        <source>The key of this server&apos;s secrets is missing. Put its file back beside the database, e.g. from a backup. Nothing was changed.</source>
        <translation>此服务器的密钥文件缺失。请将该文件放回数据库旁边，例如从备份中恢复。未做任何更改。</translation>
    </message>
    <message>
        <source>This is not the key of this server&apos;s secrets. Put the right file back beside the database, e.g. from a backup. Nothing was changed.</source>
        <translation>这不是此服务器的密钥。请将正确的密钥文件放回数据库旁边，例如从备份中恢复。未做任何更改。</translation>
    </message>
    <message>
        <source>That is not it. Try again.</source>
        <translation>不对。请重试。</translation>
    </message>
    <message>
        <source>Too short. Take at least 4 digits, or at least 8 characters.</source>
        <translation>太短。请至少用 4 位数字，或至少 8 个字符。</translation>
    </message>
    <message>
        <source>Too long. Take at most 128 characters.</source>
        <translation>太长。最多 128 个字符。</translation>
    </message>
    <message>
        <source>The two are not the same. Type the second one again.</source>
        <translation>两次输入不一致。请重新输入第二次。</translation>
    </message>
    <message>
        <source>The last try is still being checked. Wait a moment.</source>
        <translation>上一次输入仍在核对。请稍等。</translation>
    </message>
    <message>
        <source>The lock of this program could not be read and was set aside. Set it again in the settings.</source>
        <translation>无法读取此程序的锁，已将它另存。请在设置中重新设定。</translation>
    </message>
    <message>
        <source>The server on this computer does not run.</source>
        <translation>这台计算机上的服务器没有运行。</translation>
    </message>
    <message>
        <source>The last code has just left. Wait until it is there, or have another one sent in a minute.</source>
        <translation>上一个验证码刚刚发出。请等它送达，或一分钟后再发送一个。</translation>
    </message>
    <message>
        <source>Too many codes were sent. Have another one sent in an hour.</source>
        <translation>发送的验证码太多。请一小时后再发送。</translation>
    </message>
    <message>
        <source>This server sends no mail. Ask whoever runs it.</source>
        <translation>此服务器不发送邮件。请联系服务器的管理者。</translation>
    </message>
    <message>
        <source>This server sends no text messages. Choose another way, or ask whoever runs it.</source>
        <translation>此服务器不发送短信。请选择其他方式，或联系服务器的管理者。</translation>
    </message>
    <message>
        <source>This took too long. Create the account once more; what you typed is still here.</source>
        <translation>等待时间过长。请再次创建账户；你输入的内容仍在这里。</translation>
    </message>
    <message>
        <source>This is not the code, or it is too old. Look at the last message, or have another code sent.</source>
        <translation>验证码不正确或已过期。请查看最近收到的消息，或再发送一个验证码。</translation>
    </message>
    <message>
        <source>This is none of your recovery codes, or it was used already. Try another one.</source>
        <translation>这不是你的恢复码，或者它已被使用过。请换一个。</translation>
    </message>
    <message>
        <source>This is not the code, or it is too old. Check each letter; if all are right, ask for another code.</source>
        <translation>验证码不正确或已过期。请逐个字母检查；如果都对，请再要一个。</translation>
    </message>
    <message>
        <source>Another code can be sent %1.</source>
        <comment>%1 is e.g. &apos;in 5 minutes&apos;</comment>
        <translation>可以%1再发送一个验证码。</translation>
    </message>
    <message>
        <source>Too many codes were sent. Another one can be sent %1.</source>
        <comment>%1 is e.g. &apos;in 5 minutes&apos;</comment>
        <translation>发送的验证码太多。可以%1再发送一个。</translation>
    </message>
    <message>
        <source>This is not a phone number. Check it; one of another country begins with +.</source>
        <translation>这不是电话号码。请检查；其他国家的号码以 + 开头。</translation>
    </message>
    <message>
        <source>Begin the number with + and the code of its country, e.g. +44.</source>
        <translation>请在号码前加上 + 和国家代码，例如 +86。</translation>
    </message>
    <message>
        <source>Codes come to this phone as a second factor. Remove that in Security first, or change the number.</source>
        <translation>此电话正用于接收第二重验证的验证码。请先在“安全”中移除，或更换号码。</translation>
    </message>
    <message>
        <source>Your e-mail address is not verified yet. Verify it in Profile first.</source>
        <translation>你的电子邮件地址尚未验证。请先在“个人资料”中验证。</translation>
    </message>
    <message>
        <source>This account has no phone. Add one in Profile first.</source>
        <translation>此账户没有电话。请先在“个人资料”中添加。</translation>
    </message>
    <message>
        <source>This second factor is there already.</source>
        <translation>此第二重验证已经存在。</translation>
    </message>
    <message>
        <source>Whoever copies the file could guess this passphrase. Take a few unrelated words.</source>
        <translation>拿到文件副本的人可能猜出这个密码短语。请用几个互不相关的词。</translation>
    </message>
    <message>
        <source>This is the address you have already.</source>
        <translation>这就是你现在的地址。</translation>
    </message>
    <message>
        <source>This can&apos;t be a user name. Take up to 64 characters that can be seen, without an @.</source>
        <translation>这个不能用作用户名。最多 64 个看得见的字符，不能有 @。</translation>
    </message>
    <message>
        <source>Somebody has this user name already. Choose another one.</source>
        <translation>这个用户名已经有人用了，换一个吧。</translation>
    </message>
    <message>
        <source>This name or this address belongs to an account already. If it is yours, sign in instead.</source>
        <translation>这个名字或这个地址已经有账户了。如果是你的，请直接登录。</translation>
    </message>
    <message>
        <source>What this account may use is used up. Wait until it is renewed.</source>
        <translation>这个账户的用量已经用完，等它更新后再用。</translation>
    </message>
    <message>
        <source>There are as many API sessions as an account can have. End one first.</source>
        <translation>API 会话已达账户上限。请先结束一个。</translation>
    </message>
    <message>
        <source>This API session has ended. Make a new one.</source>
        <translation>此 API 会话已结束。请创建新的。</translation>
    </message>
    <message>
        <source>This is an API session. Change its labels on the page API sessions.</source>
        <translation>这是 API 会话。请在“API 会话”页面更改它的标签。</translation>
    </message>
    <message>
        <source>An API session can&apos;t do this. Sign in yourself.</source>
        <translation>API 会话不能执行此操作。请亲自登录。</translation>
    </message>
    <message>
        <source>This end has passed, or is more than ten years away. Choose another one.</source>
        <translation>这个到期时间已过，或在十年以后。请选择其他时间。</translation>
    </message>
    <message>
        <source>These are too many. Please take some away.</source>
        <translation>数量过多，请减少一些。</translation>
    </message>
    <message>
        <source>Only one of these can be chosen.</source>
        <translation>只能选择其中一项。</translation>
    </message>
    <message>
        <source>You gave this person a subscription already. Change that one, or end it first.</source>
        <translation>你已经给过此人一份订阅。请修改那一份，或先结束它。</translation>
    </message>
    <message>
        <source>You can&apos;t give yourself a subscription. Choose somebody else.</source>
        <translation>你不能给自己订阅。请选择其他人。</translation>
    </message>
    <message>
        <source>This subscription is no longer there. Refresh the list.</source>
        <translation>此订阅已不存在。请刷新列表。</translation>
    </message>
    <message>
        <source>Only whoever gave this subscription can change it. You can end it.</source>
        <translation>只有给出此订阅的人才能修改它。你可以结束它。</translation>
    </message>
    <message>
        <source>This subscription has ended. Give a new one.</source>
        <translation>此订阅已结束。请重新给一份。</translation>
    </message>
    <message>
        <source>You have given as many subscriptions as an account can give. End one first.</source>
        <translation>你给出的订阅已达账户上限。请先结束一份。</translation>
    </message>
    <message>
        <source>Nobody can do this on somebody else&apos;s behalf.</source>
        <translation>代表他人时不能执行此操作。</translation>
    </message>
    <message>
        <source>Nobody can act on behalf of an administrator.</source>
        <translation>任何人都不能代表管理员操作。</translation>
    </message>
    <message>
        <source>This is another account than the one that is signed in.</source>
        <translation>这不是当前登录的账户。</translation>
    </message>
    <message>
        <source>This account asks for its password besides a code by mail. Sign in with the password.</source>
        <translation>除邮件验证码外，此账户还要求输入密码。请使用密码登录。</translation>
    </message>
    <message>
        <source>An account with this address exists already. Sign in to it once with its password.</source>
        <translation>已有使用此地址的账户。请先用它的密码登录一次。</translation>
    </message>
    <message>
        <source>This identity signs in to another account already. Remove it there first.</source>
        <translation>此身份已用于登录另一个账户。请先在那里移除。</translation>
    </message>
    <message>
        <source>You were recognised there, but you have no account here. Ask whoever runs this server.</source>
        <translation>那边认得你，但你在这里没有账户。请联系服务器的管理者。</translation>
    </message>
    <message>
        <source>This server no longer signs anybody in that way. Choose another one.</source>
        <translation>此服务器不再支持这种登录方式。请选择其他方式。</translation>
    </message>
    <message>
        <source>Signing in that way is switched off at the moment. Choose another one, or ask whoever runs this server.</source>
        <translation>这种登录方式目前已关闭。请选择其他方式，或联系服务器的管理者。</translation>
    </message>
    <message>
        <source>This took too long, or was done already. Begin again.</source>
        <translation>耗时过长，或者已经完成过。请重新开始。</translation>
    </message>
    <message>
        <source>You could not be signed in there. Begin again, or choose another way.</source>
        <translation>未能在那里登录。请重新开始，或选择其他方式。</translation>
    </message>
    <message>
        <source>The sign-in was declined in the browser. Begin again if you still want it.</source>
        <translation>登录在浏览器中被拒绝。如果你仍要登录，请重新开始。</translation>
    </message>
    <message>
        <source>Nobody came back from the browser in time. Begin again.</source>
        <translation>浏览器没有及时返回。请重新开始。</translation>
    </message>
    <message>
        <source>The server named an address that can&apos;t be opened safely. Ask whoever runs it.</source>
        <translation>服务器给出的地址无法安全打开。请联系服务器的管理者。</translation>
    </message>
    <message>
        <source>This computer does not let Latchkey wait for the browser. Choose another way to sign in.</source>
        <translation>这台计算机不允许 Latchkey 等待浏览器返回。请选择其他登录方式。</translation>
    </message>
    <message>
        <source>The sign-in took too long, or there were too many tries. Begin again.</source>
        <translation>登录耗时过长，或尝试次数过多。请重新开始。</translation>
    </message>
    <message>
        <source>What was said there about you can&apos;t be believed. Begin again; if it stays like this, ask whoever runs this server.</source>
        <translation>那边提供的关于你的信息不可信。请重新开始；如果仍然如此，请联系服务器的管理者。</translation>
    </message>
    <message>
        <source>The server&apos;s registration there is wrong. Tell whoever runs this server.</source>
        <translation>服务器在那里的注册信息有误。请告知服务器的管理者。</translation>
    </message>
    <message>
        <source>The identity provider can&apos;t be reached from the server. Check its address, or try again later.</source>
        <translation>服务器无法连接到身份提供方。请检查它的地址，或稍后再试。</translation>
    </message>
    <message>
        <source>Your e-mail address is not verified there. Verify it there first, then begin again.</source>
        <translation>你的电子邮件地址在那里尚未验证。请先在那里验证，然后重新开始。</translation>
    </message>
    <message>
        <source>Nothing else would sign in to this account. Set a password first, or connect another identity.</source>
        <translation>移除后将没有其他方式登录此账户。请先设置密码，或连接另一个身份。</translation>
    </message>
    <message>
        <source>This is not the address of an identity provider. It begins with https and looks like https://login.example.org.</source>
        <translation>这不是身份提供方的地址。它以 https 开头，形如 https://login.example.org。</translation>
    </message>
    <message>
        <source>What answers there calls itself by another address. Take the one that the provider itself names.</source>
        <translation>那里的应答方自称是另一个地址。请使用提供方自己给出的地址。</translation>
    </message>
    <message>
        <source>Something answers there, but it is no OpenID provider. Check the address.</source>
        <translation>那里有应答，但不是 OpenID 提供方。请检查地址。</translation>
    </message>
    <message>
        <source>This provider is set up already. Change that entry instead.</source>
        <translation>此提供方已经设置过。请改为更改那一项。</translation>
    </message>
    <message>
        <source>One of these is not a domain. They look like example.org.</source>
        <translation>其中有一项不是域名。域名形如 example.org。</translation>
    </message>
    <message>
        <source>People sign in by this provider already. Another client of it is another provider: add that one, too.</source>
        <translation>已经有人在使用此提供方登录。它的另一个客户端是另一个提供方：请另行添加。</translation>
    </message>
    <message>
        <source>Another provider has that domain already.</source>
        <translation>该域名已属于另一个提供方。</translation>
    </message>
    <message>
        <source>There are as many providers as there may be. Remove one first.</source>
        <translation>提供方数量已达上限。请先移除一个。</translation>
    </message>
    <message>
        <source>The account of an administrator can&apos;t be deleted.</source>
        <translation>管理员的账户无法删除。</translation>
    </message>
    <message>
        <source>This setting is no longer there. Refresh the list.</source>
        <translation>此设置已不存在，请刷新列表。</translation>
    </message>
    <message>
        <source>There are as many settings as an account can keep. Remove one first.</source>
        <translation>账户可保存的设置数量已达上限，请先移除一项。</translation>
    </message>
    <message>
        <source>There is no such account, or no longer.</source>
        <translation>没有这个账户，或它已不存在。</translation>
    </message>
    <message>
        <source>You have made no such account, or it has left you. Refresh the list.</source>
        <translation>你没有创建过此账户，或它已脱离你。请刷新列表。</translation>
    </message>
    <message>
        <source>You have made as many accounts for others as an account can make.</source>
        <translation>你为他人创建的账户已达上限。</translation>
    </message>
    <message>
        <source>You let this person into that part already. Change that authorization, or take it back first.</source>
        <translation>你已向此人开放这一部分。请更改该授权，或先将其撤销。</translation>
    </message>
    <message>
        <source>Your own account is open to you anyway. Choose somebody else.</source>
        <translation>你自己的账户本来就对你开放。请选择其他人。</translation>
    </message>
    <message>
        <source>This authorization is no longer there. Refresh the list.</source>
        <translation>此授权已不存在。请刷新列表。</translation>
    </message>
    <message>
        <source>Only whoever gave this authorization can change it. You can give it back.</source>
        <translation>只有授权人可以更改此授权。你可以放弃它。</translation>
    </message>
    <message>
        <source>You have given as many authorizations as an account can give. Take one back first.</source>
        <translation>你的授权数量已达上限。请先撤销一个。</translation>
    </message>
    <message>
        <source>This part can be shown to others, but not changed by them. Let them read it.</source>
        <translation>这一部分可以让他人查看，但不能由他人更改。请只授予查看权限。</translation>
    </message>
    <message>
        <source>An authorization stays with whom it was given to. Give another one.</source>
        <translation>授权对象不能更换。请另行授权。</translation>
    </message>
    <message>
        <source>Its owner doesn&apos;t let you do that. Ask them.</source>
        <translation>账户所有者未允许你这样做。请向对方申请。</translation>
    </message>
    <message>
        <source>Nothing would be moved. Enter another amount.</source>
        <translation>数额为零，不会有变动。请输入其他数额。</translation>
    </message>
    <message>
        <source>The account has not so many credits. Take less.</source>
        <translation>这个账户没有这么多积分。请减少数额。</translation>
    </message>
    <message>
        <source>No account can have so many credits. Give less.</source>
        <translation>账户不能拥有这么多积分。请减少数额。</translation>
    </message>
    <message>
        <source>The server did not find this account&apos;s credits. Try again later.</source>
        <translation>服务器没有找到这个账户的积分。请稍后再试。</translation>
    </message>
    <message>
        <source>The server did not find this account&apos;s plan. Try again later.</source>
        <translation>服务器没有找到这个账户的套餐。请稍后再试。</translation>
    </message>
    <message>
        <source>This account has this plan or a higher one already. If its e-mail address is not verified yet, verify it in Profile first.</source>
        <translation>这个账户已是该套餐或更高套餐。如果电子邮件地址尚未验证，请先在“个人资料”中验证。</translation>
    </message>
    <message>
        <source>This plan can&apos;t be chosen here. Choose another one.</source>
        <translation>这里不能选择这个套餐。请选择其他套餐。</translation>
    </message>
    <message>
        <source>You signed in there as somebody else. Begin again, and sign in there as who is connected to this account.</source>
        <translation>你在那边登录的是另一个人的账户。请重新开始，并用已连接到此账户的身份登录。</translation>
    </message>
    <message>
        <source>You were signed in there already. Sign out there, then begin again.</source>
        <translation>你在那边早已登录。请先在那边退出登录，再重新开始。</translation>
    </message>
    <message>
        <source>This provider does not say when you signed in there, so it can&apos;t confirm that it is you. Sign out here and in again instead.</source>
        <translation>该身份提供方没有说明你的登录时间，因此无法确认是你本人。请改为在这里退出登录后重新登录。</translation>
    </message>
    <message>
        <source>The owner of this account was written to too often. Try again in an hour.</source>
        <translation>给这个账户的主人发信过于频繁。请一小时后再试。</translation>
    </message>
    <message>
        <source>The owner of this account was written to too often. Try again %1.</source>
        <comment>%1 is e.g. &apos;in 5 minutes&apos;</comment>
        <translation>给这个账户的主人发信过于频繁。请%1再试。</translation>
    </message>
    <message>
        <source>This account has no e-mail address that mail can be sent to.</source>
        <translation>这个账户没有可接收邮件的电子邮件地址。</translation>
    </message>
    <message>
        <source>The server did not take this. The user name or the address may belong to another account, or the password be too easy to guess.</source>
        <translation>服务器没有接受。用户名或地址可能属于另一个账户，或密码太容易猜到。</translation>
    </message>
    <message>
        <source>A file that Latchkey keeps is damaged and could not be set aside. Check the folder&apos;s permissions, then start Latchkey again.</source>
        <translation>Latchkey 保存的一个文件已损坏，且无法移到一旁。请检查文件夹的权限，然后重新启动 Latchkey。</translation>
    </message>
    <message>
        <source>The database is damaged. Put a backup in its place, or ask for help.</source>
        <translation>数据库已损坏。请换上备份，或寻求帮助。</translation>
    </message>
    <message>
        <source>In the place of the database is a file of something else. Move it away, or put a backup there.</source>
        <translation>数据库所在的位置是一个属于其他程序的文件。请将其移走，或在那里放上备份。</translation>
    </message>
    <message>
        <source>The database can&apos;t be written. Check the permissions of its file and folder.</source>
        <translation>无法写入数据库。请检查其文件和文件夹的权限。</translation>
    </message>
    <message>
        <source>The database can&apos;t be opened. Check the permissions of its file and folder.</source>
        <translation>无法打开数据库。请检查其文件和文件夹的权限。</translation>
    </message>
    <message>
        <source>Another program holds the database. Close it and try again.</source>
        <translation>另一个程序正占用数据库。请关闭它，然后重试。</translation>
    </message>
    <message>
        <source>The database failed at this. Try again; if it stays like this, check the disk that it is on.</source>
        <translation>数据库操作失败。请重试；如果仍然如此，请检查它所在的磁盘。</translation>
    </message>
    <message>
        <source>The folder that Latchkey keeps things in can&apos;t be written. Check its permissions and the room on the disk.</source>
        <translation>无法写入 Latchkey 存放数据的文件夹。请检查其权限和磁盘剩余空间。</translation>
    </message>
    <message>
        <source>Nothing answers over the proxy. Check the address, and the proxy in Settings.</source>
        <translation>通过代理没有得到任何回应。请检查地址，以及“设置”中的代理。</translation>
    </message>
    <message>
        <source>The database could not be brought to this version. It stands where the last step that worked has left it, and nothing in it is lost. Restore a backup, or ask for help.</source>
        <translation>数据库无法升级到此版本。它停留在最后一个成功的步骤之后，其中没有任何内容丢失。请恢复备份，或寻求帮助。</translation>
    </message>
    <message>
        <source>No keychain answers on this computer. Start it and try again, or keep your session elsewhere.</source>
        <translation>这台计算机上没有可用的密钥环。请启动它后重试，或将会话保存在别处。</translation>
    </message>
</context>
<context>
    <name>FactorWords</name>
    <message>
        <source>Codes by e-mail</source>
        <translation>邮件验证码</translation>
    </message>
    <message>
        <source>Codes as texts</source>
        <translation>短信验证码</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>身份验证器应用</translation>
    </message>
    <message>
        <source>Codes come by mail to %1.</source>
        <translation>验证码通过邮件发送到 %1。</translation>
    </message>
    <message>
        <source>Codes come as texts to %1.</source>
        <translation>验证码通过短信发送到 %1。</translation>
    </message>
    <message>
        <source>Remove codes by e-mail</source>
        <translation>移除邮件验证码</translation>
    </message>
    <message>
        <source>Remove codes as texts</source>
        <translation>移除短信验证码</translation>
    </message>
    <message>
        <source>Remove authenticator</source>
        <translation>移除身份验证器</translation>
    </message>
    <message>
        <source>Codes by e-mail are removed.</source>
        <translation>邮件验证码已移除。</translation>
    </message>
    <message>
        <source>Codes as texts are removed.</source>
        <translation>短信验证码已移除。</translation>
    </message>
    <message>
        <source>The authenticator is removed.</source>
        <translation>身份验证器已移除。</translation>
    </message>
</context>
<context>
    <name>GrantWords</name>
    <message>
        <source>No package</source>
        <translation>无套餐</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>福利版</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>基础版</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>专业版</translation>
    </message>
    <message>
        <source>Corporate</source>
        <translation>企业版</translation>
    </message>
    <message>
        <source>Another package</source>
        <translation>其他套餐</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Another tier</source>
        <translation>其他级别</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a package and its tier</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Waits until you verify your e-mail address.</source>
        <translation>等待你验证电子邮件地址。</translation>
    </message>
    <message>
        <source>Waits until they verify their e-mail address.</source>
        <translation>等待对方验证电子邮件地址。</translation>
    </message>
    <message>
        <source>Given: %1</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>给出时间：%1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>结束时间：%1</translation>
    </message>
    <message>
        <source>Given.</source>
        <translation>已给出。</translation>
    </message>
    <message>
        <source>Ended.</source>
        <translation>已结束。</translation>
    </message>
</context>
<context>
    <name>HelpWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>The mail with the code is about to leave. Started: %1.</source>
        <translation>带有验证码的邮件即将发出。发起时间：%1。</translation>
    </message>
    <message>
        <source>The mail with the code was sent; nobody has used it yet. Started: %1. Ends: %2.</source>
        <translation>带有验证码的邮件已发送，尚未使用。发起时间：%1。失效时间：%2。</translation>
    </message>
    <message>
        <source>The mail with the code could not be sent, so nobody got one. Started: %1.</source>
        <translation>带有验证码的邮件未能发送，对方没有收到。发起时间：%1。</translation>
    </message>
    <message>
        <source>The code was used: there is a new password. Started: %1. Used: %2.</source>
        <translation>验证码已使用，新密码已设置。发起时间：%1。使用时间：%2。</translation>
    </message>
    <message>
        <source>The code was not used in time and works no longer. Started: %1.</source>
        <translation>验证码未及时使用，现已失效。发起时间：%1。</translation>
    </message>
    <message>
        <source>Started: %1.</source>
        <translation>发起时间：%1。</translation>
    </message>
</context>
<context>
    <name>InheritanceWords</name>
    <message>
        <source>Financial accounts elsewhere</source>
        <translation>外部金融账户</translation>
    </message>
    <message>
        <source>Funding source</source>
        <translation>资金来源</translation>
    </message>
    <message>
        <source>Payout settings</source>
        <translation>收款设置</translation>
    </message>
    <message>
        <source>Main account</source>
        <translation>主账户</translation>
    </message>
    <message>
        <source>Financial settings</source>
        <translation>财务设置</translation>
    </message>
    <message>
        <source>Takes nothing from you</source>
        <translation>不沿用你的任何设置</translation>
    </message>
    <message>
        <source>Takes from you: %1</source>
        <comment>%1 is a list</comment>
        <translation>沿用你的：%1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message>
        <source>This computer</source>
        <translation>这台计算机</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <comment>%1 is a person</comment>
        <translation>%1（这台计算机）</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a person on a server</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>SessionCells</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Program and system</source>
        <translation>程序与系统</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Expires or ended</source>
        <translation>到期或结束</translation>
    </message>
    <message>
        <source>Signed in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Being changed…</source>
        <translation>正在更改…</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>当前会话</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>你的</translation>
    </message>
    <message>
        <source>Was it you?</source>
        <translation>是你吗？</translation>
    </message>
    <message>
        <source>Signed in earlier</source>
        <comment>than this device, which can&apos;t say whose it is</comment>
        <translation>登录早于这台设备</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>No safe connection</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Acting on behalf</source>
        <translation>正在代表操作</translation>
    </message>
    <message>
        <source>Server not started</source>
        <translation>服务器未启动</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Refresh this page</source>
        <translation>刷新此页</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Go between sidebar and page</source>
        <translation>在侧边栏与页面之间切换</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo what was just done</source>
        <translation>撤销刚才的操作</translation>
    </message>
    <message>
        <source>Go to the news at the bottom</source>
        <translation>转到底部的消息</translation>
    </message>
    <message>
        <source>Lock Latchkey</source>
        <translation>锁定 Latchkey</translation>
    </message>
    <message>
        <source>End acting on behalf</source>
        <translation>结束代表操作</translation>
    </message>
</context>
<context>
    <name>WireWords</name>
    <message>
        <source>A server of this program.</source>
        <translation>本程序的服务器。</translation>
    </message>
    <message>
        <source>Aurora Interactive&apos;s chatbots. Paths begin with /api/v3.</source>
        <translation>Aurora Interactive 的聊天机器人。路径以 /api/v3 开头。</translation>
    </message>
    <message>
        <source>OneShot, and Azuma, which it comes from. People sign in by name.</source>
        <translation>OneShot，以及它的前身 Azuma。用名字登录。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Manage My Damn Life: tasks and calendars.</source>
        <translation>Manage My Damn Life：任务与日历。</translation>
    </message>
    <message>
        <source>Temporal&apos;s storage. Paths begin with /v2.</source>
        <translation>Temporal 的存储服务。路径以 /v2 开头。</translation>
    </message>
    <message>
        <source>Wingspan&apos;s payroll for contractors. Paths begin with /users.</source>
        <translation>Wingspan：面向承包商的薪酬服务。路径以 /users 开头。</translation>
    </message>
</context>
<context>
    <name>latchkey::app::Browser</name>
    <message>
        <source>You can go back to Latchkey</source>
        <translation>你可以返回 Latchkey 了</translation>
    </message>
    <message>
        <source>You were not signed in</source>
        <translation>你没有登录</translation>
    </message>
    <message>
        <source>You can close this page and go back to Latchkey.</source>
        <translation>你可以关闭此页面并返回 Latchkey。</translation>
    </message>
    <message>
        <source>You can close this page. Latchkey says what to do.</source>
        <translation>你可以关闭此页面。Latchkey 会说明接下来该怎么做。</translation>
    </message>
</context>
<context>
    <name>latchkey::app::Desktop</name>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>%1 signs in to your account from now on.</source>
        <comment>%1 is an identity provider</comment>
        <translation>从现在起可以用 %1 登录你的账户。</translation>
    </message>
    <message>
        <source>%1 was not connected to your account. %2</source>
        <comment>%1 is an identity provider, %2 says why</comment>
        <translation>%1 没有连接到你的账户。%2</translation>
    </message>
</context>
<context>
    <name>latchkey::app::MessageReading</name>
    <message>
        <source>Sign in with your password first: the lock was taken away without its PIN, and the messages could let a stranger in.</source>
        <translation>请先用密码登录：此锁未经 PIN 就被取消，而这些消息可能让陌生人登录。</translation>
    </message>
    <message>
        <source>A text message came to this computer.</source>
        <translation>这台计算机收到一条短信。</translation>
    </message>
    <message>
        <source>A message came to this computer: %1</source>
        <comment>its subject</comment>
        <translation>这台计算机收到一条消息：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::app::Pages</name>
    <message>
        <source>Home</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>登录管理</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>API sessions</source>
        <translation>API 会话</translation>
    </message>
    <message>
        <source>Sign-in providers</source>
        <translation>登录提供方</translation>
    </message>
    <message>
        <source>Credits and plan</source>
        <translation>积分与套餐</translation>
    </message>
    <message>
        <source>Subscription grants</source>
        <translation>赠送的订阅</translation>
    </message>
    <message>
        <source>Shared access</source>
        <translation>账户共享</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>latchkey::app::SecondFactorOffer</name>
    <message>
        <source>Only your password protects your account. A second factor keeps out strangers who learn it.</source>
        <translation>你的账户只受密码保护。即使他人知道密码，第二重验证也能将其挡在门外。</translation>
    </message>
    <message>
        <source>Add a second factor</source>
        <translation>添加第二重验证</translation>
    </message>
    <message>
        <source>One sign-in alone protects your account. A second factor keeps out strangers who get hold of it.</source>
        <translation>你的账户只受一次登录保护。即使他人掌握了它，第二重验证也能将其挡在门外。</translation>
    </message>
</context>
<context>
    <name>latchkey::app::SignInNews</name>
    <message>
        <source>Somebody who is not you knew your password. Choose a new one, or they can come back.</source>
        <translation>有别人知道你的密码。请换一个新密码，否则对方还能再来。</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>更改密码</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccessDelegate</name>
    <message>
        <source>Name of this device</source>
        <translation>此设备的名称</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccessModel</name>
    <message>
        <source>This device</source>
        <translation>这台设备</translation>
    </message>
    <message>
        <source>Other devices</source>
        <translation>其他设备</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>API sessions</source>
        <translation>API 会话</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccessPage</name>
    <message>
        <source>Your sessions are shown as soon as the server can be reached.</source>
        <translation>一旦能连接服务器，就会显示你的会话。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccessView</name>
    <message>
        <source>No session matches</source>
        <translation>没有匹配的会话</translation>
    </message>
    <message>
        <source>Nothing here holds all of these words: %1</source>
        <translation>没有同时包含这些词的内容：%1</translation>
    </message>
    <message>
        <source>Loading your sessions…</source>
        <translation>正在加载会话…</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>还没有会话</translation>
    </message>
    <message>
        <source>Wherever you sign in, it will be listed here.</source>
        <translation>无论在哪里登录，都会列在这里。</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>你已离线</translation>
    </message>
    <message>
        <source>You can&apos;t see the sessions</source>
        <translation>你无法查看会话</translation>
    </message>
    <message>
        <source>The sessions could not be loaded</source>
        <translation>无法加载会话</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>登录管理</translation>
    </message>
    <message>
        <source>Every place where your account is signed in, or was lately.</source>
        <translation>你的账户现在或最近登录过的所有位置。</translation>
    </message>
    <message>
        <source>Filter sessions</source>
        <translation>筛选会话</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>全部显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>End all &amp;others</source>
        <translation>结束其他所有会话(&amp;O)</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>你已退出登录</translation>
    </message>
    <message>
        <source>Sign in again, and your sessions are listed here.</source>
        <translation>重新登录后，你的会话会列在这里。</translation>
    </message>
    <message>
        <source>Your session is locked</source>
        <translation>你的会话已锁定</translation>
    </message>
    <message>
        <source>What to do is said above; then your sessions are listed here.</source>
        <translation>请按上方的提示操作，之后你的会话会列在这里。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountBars</name>
    <message>
        <source>You are not signed in.</source>
        <translation>你尚未登录。</translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation>你已退出登录。</translation>
    </message>
    <message>
        <source>This session was ended.</source>
        <translation>此会话已结束。</translation>
    </message>
    <message>
        <source>The server no longer accepts this session.</source>
        <translation>服务器不再接受此会话。</translation>
    </message>
    <message>
        <source>Your session is kept behind a lock that has to be opened first.</source>
        <translation>你的会话保存在锁后面，需要先解锁。</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>请确认是你本人</translation>
    </message>
    <message>
        <source>Confirm that it is you. Then what you asked for goes on by itself.</source>
        <translation>请确认是你本人，之后你要求的操作会自动继续。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Unlock the encrypted file</source>
        <translation>解锁加密文件</translation>
    </message>
    <message>
        <source>Your session is kept in an encrypted file. Its passphrase opens it.</source>
        <translation>你的会话保存在加密文件中，用它的密码短语打开。</translation>
    </message>
    <message>
        <source>This session was signed out (%1).</source>
        <comment>%1 is a time or a date</comment>
        <translation>此会话已退出登录（%1）。</translation>
    </message>
    <message>
        <source>This session was ended from another of your sessions (%1).</source>
        <comment>%1 is a time or a date</comment>
        <translation>此会话已被你的另一个会话结束（%1）。</translation>
    </message>
    <message>
        <source>This session was ended because it was marked as not yours (%1).</source>
        <comment>%1 is a time or a date</comment>
        <translation>此会话被标记为不是你的，已结束（%1）。</translation>
    </message>
    <message>
        <source>This session was ended because the password was changed (%1).</source>
        <comment>%1 is a time or a date</comment>
        <translation>因为更改了密码，此会话已结束（%1）。</translation>
    </message>
    <message>
        <source>This session expired (%1).</source>
        <comment>%1 is a time or a date</comment>
        <translation>此会话已到期（%1）。</translation>
    </message>
    <message>
        <source>Tr&amp;y again now</source>
        <translation>立即重试(&amp;Y)</translation>
    </message>
    <message>
        <source>Sign in a&amp;gain</source>
        <translation>重新登录(&amp;G)</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>重试(&amp;Y)</translation>
    </message>
    <message>
        <source>Con&amp;firm</source>
        <translation>确认(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Passp&amp;hrase of the file</source>
        <translation>文件的密码短语(&amp;H)</translation>
    </message>
    <message>
        <source>Unloc&amp;k</source>
        <translation>解锁(&amp;K)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This session has ended (%1).</source>
        <comment>%1 is a time or a date</comment>
        <translation>此会话已结束（%1）。</translation>
    </message>
    <message>
        <source>Sign in again to confirm that it is you. Then what you asked for goes on by itself.</source>
        <translation>请重新登录以确认是你本人，之后你要求的操作会自动继续。</translation>
    </message>
    <message>
        <source>This account was deleted.</source>
        <translation>这个账户已被删除。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountBody</name>
    <message>
        <source>Your session is locked</source>
        <translation>你的会话已锁定</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>你已退出登录</translation>
    </message>
    <message>
        <source>Sign in again, and what belongs here is shown.</source>
        <translation>重新登录后，这里会显示相应内容。</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>你已离线</translation>
    </message>
    <message>
        <source>What belongs here is shown as soon as the server can be reached.</source>
        <translation>一旦能连接到服务器，这里就会显示相应内容。</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>What to do is said above; then what belongs here is shown.</source>
        <translation>请按上方的提示操作，之后这里会显示相应内容。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountEndCard</name>
    <message>
        <source>The account of an administrator can&apos;t be deleted: somebody must be left who can let others in.</source>
        <translation>管理员的账户不能删除：必须留下能让他人进入的人。</translation>
    </message>
    <message>
        <source>Nobody can bring it back. You are signed out everywhere at once, and others can take your address and user name.</source>
        <translation>没有人能恢复它。你会立即在所有地方退出登录，他人可以使用你的地址和用户名。</translation>
    </message>
    <message>
        <source>Nobody can bring it back. %1 is signed out everywhere at once, and others can take the address and the user name.</source>
        <comment>%1 is a person</comment>
        <translation>没有人能恢复它。%1 会立即在所有地方退出登录，他人可以使用其地址和用户名。</translation>
    </message>
    <message>
        <source>End of the account</source>
        <translation>注销账户</translation>
    </message>
    <message>
        <source>Delete my account…</source>
        <translation>删除我的账户…</translation>
    </message>
    <message>
        <source>&amp;Delete the account…</source>
        <translation>删除账户(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete the account of %1…</source>
        <comment>%1 is a person</comment>
        <translation>删除 %1 的账户…</translation>
    </message>
    <message>
        <source>Delete my account for good</source>
        <translation>永久删除我的账户</translation>
    </message>
    <message>
        <source>Delete the account for good</source>
        <translation>永久删除此账户</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>API sessions</source>
        <translation>API 会话</translation>
    </message>
    <message>
        <source>second factors</source>
        <translation>第二重验证</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>You can delete your account, and with it all that this server keeps of you: %1.</source>
        <comment>a list of things</comment>
        <translation>你可以删除你的账户，以及这台服务器保存的关于你的一切：%1。</translation>
    </message>
    <message>
        <source>The account can be deleted, and with it all that this server keeps of it: %1.</source>
        <comment>a list of things</comment>
        <translation>可以删除这个账户，以及这台服务器为它保存的一切：%1。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountForm</name>
    <message>
        <source>Now it is: %1</source>
        <comment>%1 is a name or a language</comment>
        <translation>现在是：%1</translation>
    </message>
    <message>
        <source>For mail from this server.</source>
        <translation>用于此服务器发出的邮件。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountModel</name>
    <message>
        <source>%1, %2, since %3</source>
        <comment>name, e-mail address, time</comment>
        <translation>%1，%2，创建于 %3</translation>
    </message>
    <message>
        <source>%1, %2, %3, since %4</source>
        <comment>name, e-mail address, role, time</comment>
        <translation>%1，%2，%3，创建于 %4</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountPage</name>
    <message>
        <source>Try aga&amp;in</source>
        <translation>重试(&amp;I)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountPane</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 credits were given to %2.</source>
        <comment>a number, a person</comment>
        <translation>已给 %2 增加 %1 积分。</translation>
    </message>
    <message>
        <source>%1 credits were taken from %2.</source>
        <comment>a number, a person</comment>
        <translation>已从 %2 扣除 %1 积分。</translation>
    </message>
    <message>
        <source>The plan of %1 is %2 now.</source>
        <comment>a person, a plan&apos;s name</comment>
        <translation>%1 的套餐现在是“%2”。</translation>
    </message>
    <message>
        <source>The account of %1 is deleted.</source>
        <comment>%1 is a person</comment>
        <translation>%1 的账户已删除。</translation>
    </message>
    <message>
        <source>Choose an account to see more of it.</source>
        <translation>选择一个账户以查看详情。</translation>
    </message>
    <message>
        <source>Open in &amp;Help</source>
        <translation>在“帮助”中打开(&amp;H)</translation>
    </message>
    <message>
        <source>One credit was given to %1.</source>
        <comment>a person</comment>
        <translation>已给 %1 增加 1 积分。</translation>
    </message>
    <message>
        <source>One credit was taken from %1.</source>
        <comment>a person</comment>
        <translation>已从 %1 扣除 1 积分。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountSearch</name>
    <message>
        <source>&amp;E-mail address, user name or tag</source>
        <translation>电子邮件地址、用户名或标签(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>显示全部(&amp;L)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountsPage</name>
    <message>
        <source>Loading more…</source>
        <translation>正在加载更多…</translation>
    </message>
    <message numerus="yes">
        <source>The first %n account(s). Scroll down for more.</source>
        <translation>
            <numerusform>前 %n 个账户。向下滚动以查看更多。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) in all.</source>
        <translation>
            <numerusform>共 %n 个账户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nobody could be looked for</source>
        <translation>无法查找</translation>
    </message>
    <message>
        <source>No account here has %1 as its whole e-mail address, user name or tag.</source>
        <translation>这里没有账户的完整电子邮件地址、用户名或标签是 %1。</translation>
    </message>
    <message>
        <source>Loading the accounts…</source>
        <translation>正在加载账户…</translation>
    </message>
    <message>
        <source>The accounts could not be loaded</source>
        <translation>无法加载账户</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Everybody who has an account on this server.</source>
        <translation>在这台服务器上拥有账户的所有人。</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>查找账户</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ActingCard</name>
    <message>
        <source>Act on behalf</source>
        <translation>代表操作</translation>
    </message>
    <message>
        <source>&amp;Act on behalf…</source>
        <translation>代表操作(&amp;A)…</translation>
    </message>
    <message>
        <source>Act on behalf of %1…</source>
        <comment>%1 is a person</comment>
        <translation>代表 %1 操作…</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ActingForm</name>
    <message numerus="yes">
        <source>%n more character(s), at least.</source>
        <translation>
            <numerusform>至少还需要 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever owns the account reads it. At least %n character(s).</source>
        <translation>
            <numerusform>账户所有者会看到它。至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>开始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ActingTurns</name>
    <message>
        <source>Acting on behalf of %1 is over. What you changed here was not saved.</source>
        <comment>%1 is a person</comment>
        <translation>代表 %1 的操作已结束。你在这里所做的更改没有保存。</translation>
    </message>
    <message>
        <source>What you changed here on behalf of %1 is not saved.</source>
        <comment>%1 is a person</comment>
        <translation>你在这里代表 %1 所做的更改尚未保存。</translation>
    </message>
    <message numerus="yes">
        <source>Acting on behalf of %1, %n minute(s) left.</source>
        <comment>%1 is a person</comment>
        <translation>
            <numerusform>正在代表 %1 操作，还剩 %n 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存并离开</translation>
    </message>
    <message>
        <source>End without saving</source>
        <translation>不保存并结束</translation>
    </message>
    <message>
        <source>End acting</source>
        <translation>结束代表操作</translation>
    </message>
    <message>
        <source>You are back in your own account.</source>
        <translation>你已回到自己的账户。</translation>
    </message>
    <message>
        <source>Your time to act on behalf of %1 is over.</source>
        <comment>%1 is a person</comment>
        <translation>你代表 %1 操作的时间已到。</translation>
    </message>
    <message>
        <source>The session on behalf of %1 has ended.</source>
        <comment>%1 is a person</comment>
        <translation>代表 %1 的会话已结束。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AdjustingCard</name>
    <message>
        <source>Credits</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Balance: %1 credits</source>
        <translation>余额：%1 积分</translation>
    </message>
    <message>
        <source>&amp;Credits to give or to take away</source>
        <translation>要增加或扣除的积分(&amp;C)</translation>
    </message>
    <message>
        <source>A number like %1.</source>
        <comment>an amount</comment>
        <translation>一个数字，例如 %1。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>Whoever owns the account reads it. At least %n character(s).</source>
        <translation>
            <numerusform>账户所有者会看到它。至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Give</source>
        <translation>增加(&amp;G)</translation>
    </message>
    <message>
        <source>Take a&amp;way</source>
        <translation>扣除(&amp;W)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ApiSessionForm</name>
    <message>
        <source>La&amp;bels</source>
        <translation>标签(&amp;B)</translation>
    </message>
    <message>
        <source>En&amp;ds</source>
        <translation>到期(&amp;D)</translation>
    </message>
    <message>
        <source>What will use it, e.g. Backup at night. Put commas between several.</source>
        <translation>由什么使用，例如：夜间备份。多个标签用逗号分隔。</translation>
    </message>
    <message>
        <source>&amp;Create without an end</source>
        <translation>创建，永不到期(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ApiSessionRow</name>
    <message>
        <source>C&amp;hange</source>
        <translation>更改(&amp;H)</translation>
    </message>
    <message>
        <source>Change %1</source>
        <comment>%1 is an API session</comment>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>New secre&amp;t</source>
        <translation>更换密钥(&amp;T)</translation>
    </message>
    <message>
        <source>New secret for %1</source>
        <comment>%1 is an API session</comment>
        <translation>为 %1 更换密钥</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>结束(&amp;E)</translation>
    </message>
    <message>
        <source>End %1</source>
        <comment>%1 is an API session</comment>
        <translation>结束 %1</translation>
    </message>
    <message>
        <source>The secret that %1 uses now stops working at once. Whatever uses it has to be given the new one.</source>
        <comment>%1 is an API session</comment>
        <translation>%1 当前的密钥会立即失效。使用它的程序需要换上新密钥。</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>生成新密钥</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ApiSessionWords</name>
    <message>
        <source>Without a label</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>尚未使用。</translation>
    </message>
    <message>
        <source>Last used: %1.</source>
        <comment>a time like &apos;5 minutes ago&apos;</comment>
        <translation>上次使用：%1。</translation>
    </message>
    <message>
        <source>Last used: %1, from %2.</source>
        <comment>a time like &apos;5 minutes ago&apos;, an IP address</comment>
        <translation>上次使用：%1，来自 %2。</translation>
    </message>
    <message>
        <source>Made: %1. Never ends.</source>
        <comment>a time like &apos;5 minutes ago&apos;</comment>
        <translation>创建：%1。永不到期。</translation>
    </message>
    <message>
        <source>Made: %1. Ends: %2.</source>
        <comment>times like &apos;5 minutes ago&apos; and &apos;in 3 days&apos;</comment>
        <translation>创建：%1。到期：%2。</translation>
    </message>
    <message>
        <source>Made: %1</source>
        <comment>a time</comment>
        <translation>创建：%1</translation>
    </message>
    <message>
        <source>New secret: %1</source>
        <comment>a time</comment>
        <translation>更换密钥：%1</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <comment>a time</comment>
        <translation>上次使用：%1</translation>
    </message>
    <message>
        <source>Ends: %1</source>
        <comment>a time</comment>
        <translation>到期：%1</translation>
    </message>
    <message>
        <source>It ends soon. If something still needs it, give it a later end.</source>
        <translation>即将到期。如果仍有程序需要它，请延长期限。</translation>
    </message>
    <message>
        <source>Nothing has used it for 90 days. If nothing needs it, end it.</source>
        <translation>已有 90 天未使用。如果不再需要，请结束它。</translation>
    </message>
    <message>
        <source>Ends: %1.</source>
        <comment>a time like &apos;in 3 days&apos;</comment>
        <translation>到期：%1。</translation>
    </message>
    <message>
        <source>Never ends.</source>
        <translation>永不到期。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ApiSessionsPage</name>
    <message>
        <source>An API session was made, but its secret could not be shown. Make a new secret for it, or end it.</source>
        <translation>API 会话已创建，但未能显示它的密钥。请为它更换密钥，或结束它。</translation>
    </message>
    <message>
        <source>There is a new secret, but it could not be shown. Make another one.</source>
        <translation>已生成新密钥，但未能显示。请再生成一个。</translation>
    </message>
    <message>
        <source>There is no new secret; the one before still works. %1</source>
        <comment>%1 says why</comment>
        <translation>没有生成新密钥，原来的仍然有效。%1</translation>
    </message>
    <message>
        <source>Loading your API sessions…</source>
        <translation>正在加载 API 会话…</translation>
    </message>
    <message>
        <source>Your API sessions could not be loaded</source>
        <translation>无法加载 API 会话</translation>
    </message>
    <message>
        <source>API sessions</source>
        <translation>API 会话</translation>
    </message>
    <message>
        <source>For scripts and other programs that use your account by themselves.</source>
        <translation>供自行使用你账户的脚本和其他程序使用。</translation>
    </message>
    <message>
        <source>&amp;New API session</source>
        <translation>新建 API 会话(&amp;N)</translation>
    </message>
    <message>
        <source>New API session</source>
        <translation>新建 API 会话</translation>
    </message>
    <message>
        <source>No program uses your account by itself</source>
        <translation>还没有程序自行使用你的账户</translation>
    </message>
    <message>
        <source>Make an API session for a script, a backup or another program. It works without your password, can&apos;t change what protects your account, and you can end each one by itself.</source>
        <translation>为脚本、备份或其他程序创建 API 会话。它不需要你的密码，不能更改保护你账户的设置，而且每个都可以单独结束。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AppearanceCard</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>密度(&amp;D)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AuthorizationForm</name>
    <message>
        <source>&amp;Account ID of whoever you let in</source>
        <translation>要开放给的账户 ID(&amp;A)</translation>
    </message>
    <message>
        <source>They find it on this page of theirs.</source>
        <translation>对方在自己的这一页面上可以看到。</translation>
    </message>
    <message>
        <source>What they may &amp;do</source>
        <translation>对方可以做什么(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Give access</source>
        <translation>开放(&amp;G)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AuthorizationRow</name>
    <message>
        <source>%1 lets you in</source>
        <comment>%1 is a person</comment>
        <translation>%1 对你开放</translation>
    </message>
    <message>
        <source>You let %1 in</source>
        <comment>%1 is a person</comment>
        <translation>你对 %1 开放</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look into what %1 shows you: %2</source>
        <comment>%1 is a person</comment>
        <translation>查看 %1 向你展示的内容：%2</translation>
    </message>
    <message>
        <source>Close what %1 shows you: %2</source>
        <comment>%1 is a person</comment>
        <translation>关闭 %1 向你展示的内容：%2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change what %1 may do: %2</source>
        <comment>%1 is a person, %2 what they may</comment>
        <translation>更改 %1 可以做的事：%2</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Give back what %1 lets you do: %2</source>
        <comment>%1 is a person, %2 what you may</comment>
        <translation>放弃 %1 允许你做的事：%2</translation>
    </message>
    <message>
        <source>Take back what %1 may do: %2</source>
        <comment>%1 is a person, %2 what they may</comment>
        <translation>收回 %1 可以做的事：%2</translation>
    </message>
    <message>
        <source>You can no longer do that. Only %1 can let you in again.</source>
        <comment>%1 is a person</comment>
        <translation>你将不能再这样做。只有 %1 能再次对你开放。</translation>
    </message>
    <message>
        <source>From now on %1 can no longer do that.</source>
        <comment>%1 is a person</comment>
        <translation>从现在起 %1 不能再这样做。</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>放弃授权</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>收回授权</translation>
    </message>
    <message>
        <source>Change the profile of %1</source>
        <comment>%1 is a person</comment>
        <translation>更改 %1 的个人资料</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AuthorizationsCard</name>
    <message>
        <source>Accounts that let you in</source>
        <translation>对你开放的账户</translation>
    </message>
    <message>
        <source>Who may look into yours</source>
        <translation>可以查看你账户的人</translation>
    </message>
    <message>
        <source>Nobody lets you into their account.</source>
        <translation>没有人对你开放账户。</translation>
    </message>
    <message>
        <source>You let nobody into your account.</source>
        <translation>你没有对任何人开放账户。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AuthorizationsPage</name>
    <message>
        <source>Let &amp;somebody in</source>
        <translation>对他人开放(&amp;S)</translation>
    </message>
    <message>
        <source>You let %1 in now.</source>
        <comment>%1 is a person</comment>
        <translation>你现在对 %1 开放了账户。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%1 can no longer do that.</source>
        <comment>%1 is a person</comment>
        <translation>%1 不能再这样做了。</translation>
    </message>
    <message>
        <source>%1 no longer lets you do that.</source>
        <comment>%1 is a person</comment>
        <translation>%1 不再允许你这样做。</translation>
    </message>
    <message>
        <source>Loading who may look in…</source>
        <translation>正在加载谁可以查看…</translation>
    </message>
    <message>
        <source>Who may look in could not be loaded</source>
        <translation>无法加载谁可以查看</translation>
    </message>
    <message>
        <source>Shared access</source>
        <translation>账户共享</translation>
    </message>
    <message>
        <source>Who may look into your account, and whose you may look into.</source>
        <translation>谁可以查看你的账户，以及你可以查看谁的账户。</translation>
    </message>
    <message>
        <source>Let somebody else in</source>
        <translation>对他人开放账户</translation>
    </message>
    <message>
        <source>Nobody is let in</source>
        <translation>尚未对任何人开放</translation>
    </message>
    <message>
        <source>You can let somebody you trust see your profile, or where you are signed in, without your password. You can take it back at any time.</source>
        <translation>你可以让信任的人查看你的个人资料或登录位置，无需你的密码。你可以随时收回。</translation>
    </message>
    <message>
        <source>Whoever lets you into their account needs the ID of yours:</source>
        <translation>要对你开放账户的人需要你的账户 ID：</translation>
    </message>
    <message>
        <source>ID of your account</source>
        <translation>你的账户 ID</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BalanceCard</name>
    <message>
        <source>Balance: %1 credits</source>
        <translation>余额：%1 积分</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Nothing came to this account yet, and nothing left it.</source>
        <translation>这个账户还没有积分进出。</translation>
    </message>
    <message>
        <source>Show &amp;older entries</source>
        <translation>显示更早的记录(&amp;O)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BeginStep</name>
    <message>
        <source>Signing in then asks for a code that goes by mail to %1. Whoever reads your mail can also reset your password, so this guards little more than your mailbox does. An authenticator guards better.</source>
        <comment>%1 is an e-mail address</comment>
        <translation>此后登录时还需要发送到 %1 的邮件验证码。能读到你邮件的人也能重置你的密码，因此它的保护并不比你的邮箱强多少。身份验证器更安全。</translation>
    </message>
    <message>
        <source>Signing in then asks for a code that goes as a text to %1. Whoever takes over your number gets the codes, too. An authenticator guards better.</source>
        <comment>%1 is a phone number</comment>
        <translation>此后登录时还需要发送到 %1 的短信验证码。盗用你号码的人也能收到验证码。身份验证器更安全。</translation>
    </message>
    <message>
        <source>You need an authenticator app on your phone or another device. It shows a new code every 30 seconds, also without a network.</source>
        <translation>你需要在手机或其他设备上安装身份验证器应用。它每 30 秒显示一个新的验证码，没有网络也能使用。</translation>
    </message>
    <message>
        <source>Codes go only to an e-mail address that is verified, and yours is not yet.</source>
        <translation>验证码只发送到已验证的电子邮件地址，而你的地址尚未验证。</translation>
    </message>
    <message>
        <source>Codes go only to a phone that is verified, and your account has none yet.</source>
        <translation>验证码只发送到已验证的电话，而你的账户还没有电话。</translation>
    </message>
    <message>
        <source>&amp;Name of the authenticator</source>
        <translation>身份验证器的名称(&amp;N)</translation>
    </message>
    <message>
        <source>So that you know it again, e.g. My phone.</source>
        <translation>便于以后辨认，例如“我的手机”。</translation>
    </message>
    <message>
        <source>&amp;Send the first code</source>
        <translation>发送第一个验证码(&amp;S)</translation>
    </message>
    <message>
        <source>Con&amp;tinue</source>
        <translation>继续(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Verify it in Profile</source>
        <translation>在个人资料中验证(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Add a phone in Profile</source>
        <translation>在个人资料中添加电话(&amp;A)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BrowserPanel</name>
    <message>
        <source>No browser could be opened. Copy the address and open it in a browser on this computer.</source>
        <translation>无法打开浏览器。请复制地址，并在这台计算机的浏览器中打开。</translation>
    </message>
    <message>
        <source>&amp;Open the browser again</source>
        <translation>再次打开浏览器(&amp;O)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy the &amp;address</source>
        <translation>复制地址(&amp;A)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>You are back from %1. One moment…</source>
        <comment>%1 is an identity provider</comment>
        <translation>你已从 %1 返回。请稍候…</translation>
    </message>
    <message>
        <source>Finding the way to %1…</source>
        <comment>%1 is an identity provider</comment>
        <translation>正在查找前往 %1 的途径…</translation>
    </message>
    <message>
        <source>Sign in to %1 in your browser. Latchkey goes on by itself when you are done there.</source>
        <comment>%1 is an identity provider</comment>
        <translation>请在浏览器中登录 %1。完成后 Latchkey 会自动继续。</translation>
    </message>
    <message>
        <source>Sign in to %1 in your browser. The page there shows a code in the end: bring it here.</source>
        <comment>%1 is the host of a server</comment>
        <translation>请在浏览器中登录 %1。完成后页面会显示一个代码：请把它输入到这里。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BusyIndicator</name>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CertificateForm</name>
    <message>
        <source>You chose to trust this certificate of the server:</source>
        <translation>你选择了信任服务器的这张证书：</translation>
    </message>
    <message>
        <source>An authority that your system trusts has to vouch for the server.</source>
        <translation>服务器必须由你的系统信任的机构担保。</translation>
    </message>
    <message>
        <source>The server shows this very certificate now.</source>
        <translation>服务器现在出示的正是这张证书。</translation>
    </message>
    <message>
        <source>The server shows this certificate, and an authority vouches for it:</source>
        <translation>服务器出示这张证书，并有机构为它担保：</translation>
    </message>
    <message>
        <source>The server shows this certificate now. Ask the one who runs the server for its fingerprint. Trust it only if every character is the same:</source>
        <translation>服务器现在出示这张证书。请向服务器的管理者询问它的指纹，只有每个字符都相同时才信任：</translation>
    </message>
    <message>
        <source>Certificate of the server</source>
        <translation>服务器的证书</translation>
    </message>
    <message>
        <source>Look at it now</source>
        <translation>立即查看</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Look at the certificate that the server shows now</source>
        <translation>查看服务器现在出示的证书</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>信任此证书</translation>
    </message>
    <message>
        <source>Trust it no longer</source>
        <translation>不再信任</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CertificateView</name>
    <message>
        <source>Made for</source>
        <translation>颁发给</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>the server itself</source>
        <translation>服务器自己</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <comment>two dates</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>指纹：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChangesCard</name>
    <message>
        <source>Changed elsewhere meanwhile</source>
        <translation>期间已在别处更改</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>将要更改的内容</translation>
    </message>
    <message>
        <source>Choose for each line whose stands. Nothing is saved before.</source>
        <translation>请为每一行选择以谁的为准。在此之前不会保存。</translation>
    </message>
    <message>
        <source>Nothing is saved before you say so.</source>
        <translation>在你确认之前不会保存。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>保存更改(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃更改(&amp;D)</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no user name</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>Your &amp;password</source>
        <translation>你的密码(&amp;P)</translation>
    </message>
    <message>
        <source>This server wants it with every change.</source>
        <translation>此服务器要求每次更改都提供密码。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChildForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>电子邮件(&amp;E)</translation>
    </message>
    <message>
        <source>They get a mail that says who made the account, and sign in by a code that is sent there. You can&apos;t take that back.</source>
        <translation>对方会收到一封邮件，说明账户由谁创建，并用发送到该地址的验证码登录。此操作无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Make the account</source>
        <translation>创建账户(&amp;M)</translation>
    </message>
    <message>
        <source>They sign in with it. You can&apos;t take that back here.</source>
        <translation>对方用它登录。在这里无法撤回。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChildRow</name>
    <message>
        <source>Made: %1</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>创建时间：%1</translation>
    </message>
    <message>
        <source>Act in it…</source>
        <translation>进入操作…</translation>
    </message>
    <message>
        <source>Act in the account of %1…</source>
        <comment>%1 is a person</comment>
        <translation>进入 %1 的账户操作…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Close where %1 is signed in</source>
        <comment>%1 is a person</comment>
        <translation>关闭 %1 的登录位置</translation>
    </message>
    <message>
        <source>Look where %1 is signed in</source>
        <comment>%1 is a person</comment>
        <translation>查看 %1 在哪些地方登录</translation>
    </message>
    <message>
        <source>Inheritance…</source>
        <translation>沿用…</translation>
    </message>
    <message>
        <source>Change what %1 takes from you…</source>
        <comment>%1 is a person</comment>
        <translation>更改 %1 沿用你的哪些设置…</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChildrenCard</name>
    <message>
        <source>Accounts that you made</source>
        <translation>你创建的账户</translation>
    </message>
    <message>
        <source>You have made no account for anybody.</source>
        <translation>你没有为任何人创建账户。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChoicePanel</name>
    <message>
        <source>Latchkey is the server itself. Nothing leaves this computer, and no network is needed.</source>
        <translation>Latchkey 自己就是服务器。数据不离开这台计算机，也不需要网络。</translation>
    </message>
    <message>
        <source>&amp;Connect to a server</source>
        <translation>连接到服务器(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Work on this computer</source>
        <translation>在这台计算机上使用(&amp;W)</translation>
    </message>
    <message>
        <source>Your account is on a server, or will be. You need the server&apos;s address.</source>
        <translation>你的账户位于服务器上，或将在那里创建。你需要知道服务器的地址。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CodeEntry</name>
    <message>
        <source>C&amp;ode</source>
        <translation>验证码(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>恢复码(&amp;R)</translation>
    </message>
    <message>
        <source>Ten letters and digits, as they stand on your list.</source>
        <translation>十个字母和数字，与你保存的列表一致。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CodeField</name>
    <message>
        <source>Six-digit code</source>
        <translation>六位验证码</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CodeForm</name>
    <message>
        <source>&amp;Send another code</source>
        <translation>再发送一个验证码(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Send the code</source>
        <translation>发送验证码(&amp;S)</translation>
    </message>
    <message>
        <source>Type the code that your authenticator app shows now.</source>
        <translation>请输入身份验证器应用当前显示的验证码。</translation>
    </message>
    <message>
        <source>Type one of the recovery codes that you saved. Each works once.</source>
        <translation>请输入你保存的一个恢复码。每个恢复码只能使用一次。</translation>
    </message>
    <message>
        <source>Finding out which codes your account asks for…</source>
        <translation>正在查询你的账户使用哪种验证码…</translation>
    </message>
    <message>
        <source>A code is being sent…</source>
        <translation>正在发送验证码…</translation>
    </message>
    <message>
        <source>Your e-mail address has got no code yet.</source>
        <translation>还没有验证码发送到你的电子邮件地址。</translation>
    </message>
    <message>
        <source>Your phone has got no code yet.</source>
        <translation>还没有验证码发送到你的手机。</translation>
    </message>
    <message>
        <source>A text message with a code was sent to %1. It can take a minute.</source>
        <comment>%1 is a phone number</comment>
        <translation>含验证码的短信已发送到 %1。可能需要一分钟才能收到。</translation>
    </message>
    <message>
        <source>A mail with a code was sent to %1. It can take a minute; look among the unwanted mail, too.</source>
        <comment>%1 is an e-mail address</comment>
        <translation>含验证码的邮件已发送到 %1。可能需要一分钟才能收到；也请查看垃圾邮件。</translation>
    </message>
    <message>
        <source>Show m&amp;essages</source>
        <translation>查看消息(&amp;E)</translation>
    </message>
    <message>
        <source>Use the &amp;authenticator app</source>
        <translation>使用身份验证器应用(&amp;A)</translation>
    </message>
    <message>
        <source>Get a code as a te&amp;xt message</source>
        <translation>通过短信获取验证码(&amp;X)</translation>
    </message>
    <message>
        <source>Get a code by e-&amp;mail</source>
        <translation>通过电子邮件获取验证码(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Use a recovery code</source>
        <translation>使用恢复码(&amp;U)</translation>
    </message>
    <message>
        <source>The code for %1 works no longer. Send another one.</source>
        <comment>%1 is an e-mail address or a phone number</comment>
        <translation>%1 的验证码已失效。请重新发送。</translation>
    </message>
    <message numerus="yes">
        <source>%1 The code works for %n minute(s).</source>
        <comment>%1 is a sentence</comment>
        <translation>
            <numerusform>%1验证码 %n 分钟内有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>The code for %1 is among the messages of this program.</source>
        <comment>%1 is an e-mail address or a phone number</comment>
        <translation>发给 %1 的验证码在本程序的消息中。</translation>
    </message>
    <message>
        <source>A text message with a code was sent to you. It can take a minute.</source>
        <translation>已向你发送一条带有验证码的短信，可能需要一分钟才能收到。</translation>
    </message>
    <message>
        <source>A mail with a code was sent to you. It can take a minute; look among the unwanted mail, too.</source>
        <translation>已向你发送一封带有验证码的邮件，可能需要一分钟才能收到；也请查看垃圾邮件。</translation>
    </message>
    <message>
        <source>Type the code that was sent to you.</source>
        <translation>请输入发送给你的验证码。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CodesPaper</name>
    <message>
        <source>Recovery codes for %1</source>
        <comment>%1 is an e-mail address</comment>
        <translation>%1 的恢复码</translation>
    </message>
    <message>
        <source>Made: %1</source>
        <comment>%1 is a date</comment>
        <translation>生成时间：%1</translation>
    </message>
    <message>
        <source>Each opens your account once, in place of the second factor. Keep them where only you find them.</source>
        <translation>每个恢复码可代替第二重验证登录一次。请保存在只有你能找到的地方。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CodesView</name>
    <message>
        <source>Save the recovery codes</source>
        <translation>保存恢复码</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>The codes are copied. Paste them within 30 seconds; then they leave the clipboard.</source>
        <translation>恢复码已复制。请在 30 秒内粘贴，之后会从剪贴板中清除。</translation>
    </message>
    <message>
        <source>The codes are saved in %1. Only you can read it.</source>
        <comment>%1 is a file</comment>
        <translation>恢复码已保存到 %1。只有你能读取该文件。</translation>
    </message>
    <message>
        <source>Each of these codes opens your account once when your authenticator is not at hand. They are shown only now.</source>
        <translation>身份验证器不在手边时，每个恢复码可登录一次。它们只在此刻显示。</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>打印…(&amp;R)</translation>
    </message>
    <message>
        <source>Save to a &amp;file…</source>
        <translation>保存到文件…(&amp;F)</translation>
    </message>
    <message>
        <source>Cop&amp;y all</source>
        <translation>全部复制(&amp;Y)</translation>
    </message>
    <message>
        <source>I have sa&amp;ved them</source>
        <translation>我已保存(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CommandPalette</name>
    <message numerus="yes">
        <source>%n command(s) found</source>
        <translation>
            <numerusform>找到 %n 个命令</numerusform>
        </translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Page, action, profile or session</source>
        <translation>页面、操作、账户或会话</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>No command has these letters</source>
        <translation>没有包含这些字的命令</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Commands</name>
    <message>
        <source>Ctrl+1 … Ctrl+9</source>
        <translation>Ctrl+1 … Ctrl+9</translation>
    </message>
    <message>
        <source>Open a page by its place in the sidebar</source>
        <translation>按侧边栏中的位置打开页面</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>个人资料</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConnectPanel</name>
    <message>
        <source>Version %1, account API: %2</source>
        <translation>版本 %1，账户接口：%2</translation>
    </message>
    <message>
        <source>Not encrypted, but nothing leaves this computer.</source>
        <translation>未加密，但数据不会离开这台计算机。</translation>
    </message>
    <message>
        <source>Encrypted. You chose to trust this certificate.</source>
        <translation>已加密。你选择了信任此证书。</translation>
    </message>
    <message>
        <source>Encrypted. An authority that your system trusts vouches for the certificate.</source>
        <translation>已加密。证书由你的系统信任的机构担保。</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>正在寻找服务器…</translation>
    </message>
    <message>
        <source>Nobody that your system trusts vouches for this server. Ask the one who runs it for the fingerprint of its certificate. Trust it only if every character is the same:</source>
        <translation>你的系统信任的机构都没有为这台服务器担保。请向服务器的管理者询问其证书的指纹，只有每个字符都相同时才信任：</translation>
    </message>
    <message>
        <source>accounts.example.org</source>
        <translation>accounts.example.org</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>服务器地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>信任此证书(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>Account API: %1</source>
        <translation>账户接口：%1</translation>
    </message>
    <message>
        <source>Or the name of a service, e.g. Temporal.</source>
        <translation>也可以输入服务名称，例如 Temporal。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ContactEditor</name>
    <message>
        <source>Send the code</source>
        <translation>发送验证码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>I already have a code</source>
        <translation>我已有验证码</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CreditWords</name>
    <message>
        <source>Unverified</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>合作伙伴</translation>
    </message>
    <message>
        <source>White-labeled</source>
        <translation>白标</translation>
    </message>
    <message>
        <source>One of the server&apos;s own</source>
        <translation>服务器自有套餐</translation>
    </message>
    <message>
        <source>Data in a month</source>
        <translation>每月数据</translation>
    </message>
    <message>
        <source>Published names</source>
        <translation>已发布的名称</translation>
    </message>
    <message>
        <source>Sent messages</source>
        <translation>已发送的消息</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Spoken messages</source>
        <translation>语音消息</translation>
    </message>
    <message>
        <source>%1, without a limit</source>
        <comment>a number</comment>
        <translation>%1，无上限</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>how much is used, and may be</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CreditsPage</name>
    <message>
        <source>Your plan is %1 now.</source>
        <comment>a plan&apos;s name</comment>
        <translation>你的套餐现在是“%1”。</translation>
    </message>
    <message>
        <source>Loading your credits and plan…</source>
        <translation>正在加载你的积分与套餐…</translation>
    </message>
    <message>
        <source>Your credits and plan could not be loaded</source>
        <translation>无法加载你的积分与套餐</translation>
    </message>
    <message>
        <source>Credits and plan</source>
        <translation>积分与套餐</translation>
    </message>
    <message>
        <source>What you have, what you may use, and what became of it.</source>
        <translation>你有什么、可以用多少，以及用在了哪里。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::DiagnosticsCard</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>For whoever helps you. What you see here is what is copied; secrets are never in it.</source>
        <translation>提供给帮助你的人。复制的就是你在这里看到的内容，其中绝不包含机密。</translation>
    </message>
    <message>
        <source>Leave &amp;out names, addresses and paths</source>
        <translation>隐去名称、地址和路径(&amp;O)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EarlierCard</name>
    <message>
        <source>Do you know who this is?</source>
        <translation>你知道这是谁吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in(s) from before you signed in here, and nobody has said whose. There is nothing to do where you know the device.</source>
        <translation>
            <numerusform>有 %n 次登录早于你在这里的登录，还没有人确认过是谁。如果你认得这台设备，则无需处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more under Access.</source>
        <translation>
            <numerusform>“登录管理”中还有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in A&amp;ccess</source>
        <translation>在“登录管理”中显示(&amp;C)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EmailCard</name>
    <message>
        <source>Your e-mail address is verified.</source>
        <translation>你的电子邮件地址已验证。</translation>
    </message>
    <message>
        <source>Your e-mail address is changed. %1 got a mail with a way back for 72 hours.</source>
        <comment>%1 is the address before</comment>
        <translation>你的电子邮件地址已更改。%1 会收到一封邮件，72 小时内可以撤销。</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>Verified: mail to this address reaches you.</source>
        <translation>已验证：发往此地址的邮件能送达你。</translation>
    </message>
    <message>
        <source>Verify the e-mail address</source>
        <translation>验证电子邮件地址</translation>
    </message>
    <message>
        <source>Change the e-mail address</source>
        <translation>更改电子邮件地址</translation>
    </message>
    <message>
        <source>New e-mail address</source>
        <translation>新的电子邮件地址</translation>
    </message>
    <message>
        <source>It gets a code. Until that is typed here, everything stays as it is.</source>
        <translation>验证码会发到此地址。在此输入之前，一切保持不变。</translation>
    </message>
    <message>
        <source>You then sign in with the new address. %1 gets a mail with which the change can be taken back for 72 hours, in case it was not you.</source>
        <comment>%1 is the address before</comment>
        <translation>此后你用新地址登录。%1 会收到一封邮件，如果不是你本人操作，72 小时内可以撤销更改。</translation>
    </message>
    <message>
        <source>Not verified yet: nobody knows whether mail to it reaches you.</source>
        <translation>尚未验证：发往此地址的邮件是否能送达你还不清楚。</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>验证(&amp;V)</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>更改(&amp;H)</translation>
    </message>
    <message>
        <source>Your e-mail address is changed.</source>
        <translation>你的电子邮件地址已更改。</translation>
    </message>
    <message>
        <source>You then sign in with the new address.</source>
        <translation>之后你用新地址登录。</translation>
    </message>
    <message>
        <source>The address that you signed up with</source>
        <translation>你注册时使用的地址</translation>
    </message>
    <message>
        <source>This server does not tell whether it is verified. Where a mail with a code came to it, you can type the code here.</source>
        <translation>此服务器不会告知该地址是否已验证。如果该地址收到了带有验证码的邮件，可以在此输入验证码。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EndChoice</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>一年后</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>That is %1.</source>
        <comment>%1 is a date and time</comment>
        <translation>即 %1。</translation>
    </message>
    <message>
        <source>It never ends.</source>
        <translation>永不到期。</translation>
    </message>
    <message>
        <source>Whoever gets hold of its secret can use your account until somebody notices. Choose an end where you can: it can be moved later.</source>
        <translation>任何人得到它的密钥，就能一直使用你的账户，直到有人发现。请尽量选择到期时间，以后可以再延长。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EndOthersBar</name>
    <message>
        <source>Everywhere but on this device you will be signed out.</source>
        <translation>除了这台设备，你将在所有位置退出登录。</translation>
    </message>
    <message numerus="yes">
        <source>En&amp;d %n session(s)</source>
        <translation>
            <numerusform>结束 %n 个会话(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EndedCard</name>
    <message>
        <source>%1: %2</source>
        <comment>a time like &apos;5 minutes ago&apos;, and why it ended</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message numerus="yes">
        <source>%n more in Access</source>
        <translation>
            <numerusform>另有 %n 个，见“登录管理”页面</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EnrolmentCard</name>
    <message>
        <source>Your recovery codes</source>
        <translation>你的恢复码</translation>
    </message>
    <message>
        <source>Add an authenticator</source>
        <translation>添加身份验证器</translation>
    </message>
    <message>
        <source>&amp;Back to the name</source>
        <translation>返回名称(&amp;B)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make recovery codes</source>
        <translation>生成恢复码(&amp;M)</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EntryForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EntryRow</name>
    <message>
        <source>%1, by %2</source>
        <comment>a time like &apos;5 minutes ago&apos;, and a name</comment>
        <translation>%1，由 %2 操作</translation>
    </message>
    <message>
        <source>Balance: %1</source>
        <comment>a number</comment>
        <translation>余额：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FactorRow</name>
    <message>
        <source>Added: %1. Last used: %2.</source>
        <comment>both are times like &apos;5 minutes ago&apos;</comment>
        <translation>添加时间：%1。上次使用：%2。</translation>
    </message>
    <message>
        <source>Added: %1. Not used yet.</source>
        <comment>a time like &apos;5 minutes ago&apos;</comment>
        <translation>添加时间：%1。尚未使用。</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <comment>%1 is a second factor</comment>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>%1 is a second factor</comment>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Name of the authenticator</source>
        <translation>身份验证器的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>保存名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Without %1 only your password protects your account. The recovery codes and the trusted devices go with it.</source>
        <comment>%1 is a second factor</comment>
        <translation>没有 %1，你的账户将只受密码保护。恢复码和受信任的设备也会一并失效。</translation>
    </message>
    <message>
        <source>Name of the second factor</source>
        <translation>第二重验证的名称</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Rem&amp;ove</source>
        <translation>移除(&amp;O)</translation>
    </message>
    <message>
        <source>%1 will no longer open your account.</source>
        <comment>%1 is a second factor</comment>
        <translation>%1 将不能再用于登录你的账户。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FactorsCard</name>
    <message>
        <source>Second factor</source>
        <translation>第二重验证</translation>
    </message>
    <message>
        <source>Signing in asks for your password and for a code of one of these.</source>
        <translation>登录时除密码外，还需要以下任一身份验证器的验证码。</translation>
    </message>
    <message>
        <source>%1 (added)</source>
        <comment>%1 is a kind of second factor</comment>
        <translation>%1（已添加）</translation>
    </message>
    <message>
        <source>The second factor was not removed. %1</source>
        <comment>%1 says why</comment>
        <translation>第二重验证未被移除。%1</translation>
    </message>
    <message>
        <source>Only your password protects your account. With a second factor, a stranger who learns it still can&apos;t get in.</source>
        <translation>你的账户目前只受密码保护。有了第二重验证，即使陌生人知道密码也无法登录。</translation>
    </message>
    <message>
        <source>&amp;Add a second factor</source>
        <translation>添加第二重验证(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add another one</source>
        <translation>再添加一个(&amp;A)</translation>
    </message>
    <message>
        <source>Add a second factor</source>
        <translation>添加第二重验证</translation>
    </message>
    <message>
        <source>Add another second factor</source>
        <translation>再添加一个第二重验证</translation>
    </message>
    <message>
        <source>Signing in also asks for a code of one of these.</source>
        <translation>登录时还需要以下任一身份验证器的验证码。</translation>
    </message>
    <message>
        <source>Only codes to your e-mail address protect your account. With a second factor, a stranger who reads your mail still can&apos;t get in.</source>
        <translation>你的账户目前只受发送到邮箱的验证码保护。有了第二重验证，即使陌生人能看到你的邮件也无法登录。</translation>
    </message>
    <message>
        <source>Nothing but your sign-in at %1 protects your account. With a second factor, a stranger who gets in there still can&apos;t get in here.</source>
        <comment>%1 is an identity provider, or several</comment>
        <translation>你的账户目前只受你在 %1 的登录保护。有了第二重验证，即使陌生人登录了那边也无法登录这里。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FiguresCard</name>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Sessions that live</source>
        <translation>有效会话</translation>
    </message>
    <message>
        <source>Sessions begun in the last 24 hours</source>
        <translation>过去 24 小时内开始的会话</translation>
    </message>
    <message>
        <source>Version of the server</source>
        <translation>服务器版本</translation>
    </message>
    <message>
        <source>Mails that wait to go out</source>
        <translation>等待发出的邮件</translation>
    </message>
    <message>
        <source>Texts that wait to go out</source>
        <translation>等待发出的短信</translation>
    </message>
    <message>
        <source>No mail goes out.</source>
        <translation>邮件发不出去。</translation>
    </message>
    <message>
        <source>No text goes out.</source>
        <translation>短信发不出去。</translation>
    </message>
    <message>
        <source>What waits is tried until it is out of date. The server&apos;s log says why it can&apos;t be sent.</source>
        <translation>等待发出的内容会一直重试，直到过期。服务器的日志中写明了发不出去的原因。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FirstStartPage</name>
    <message>
        <source>Welcome to Latchkey</source>
        <translation>欢迎使用 Latchkey</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>连接到服务器</translation>
    </message>
    <message>
        <source>Work on this computer</source>
        <translation>在这台计算机上使用</translation>
    </message>
    <message>
        <source>Where shall your session be kept?</source>
        <translation>你的会话保存在哪里？</translation>
    </message>
    <message>
        <source>Where is your account?</source>
        <translation>你的账户在哪里？</translation>
    </message>
    <message>
        <source>Latchkey finds out by itself what kind of server it is.</source>
        <translation>Latchkey 会自动识别服务器的类型。</translation>
    </message>
    <message>
        <source>Starting the server inside this program…</source>
        <translation>正在启动程序内的服务器…</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>马上就好</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;I have an account already: sign in</source>
        <translation>我已有账户：登录(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;I have no account yet: create one</source>
        <translation>我还没有账户：创建一个(&amp;I)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ForgottenCard</name>
    <message>
        <source>Forgotten?</source>
        <translation>忘记了？</translation>
    </message>
    <message>
        <source>The lock stays, for a session could not be removed from this computer. %1</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>锁仍然有效，因为有一个会话无法从这台计算机移除。%1</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>正在退出登录…</translation>
    </message>
    <message numerus="yes">
        <source>Signed out of everything in %n second(s).</source>
        <translation>
            <numerusform>%n 秒后退出所有账户的登录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can tell it to you. The one way in is to sign out of every account here: then the lock is gone, and so is whatever was not saved. The accounts stay on their servers, and you sign in again with your passwords.</source>
        <translation>没有人能告诉你。唯一的办法是在这里退出所有账户的登录：锁会随之解除，尚未保存的内容也会丢失。账户仍保留在各自的服务器上，你可以用密码重新登录。</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Sign out of everything</source>
        <translation>全部退出登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>You are signed out of everything, but the lock stays. %1</source>
        <comment>%1 is a sentence that says why</comment>
        <translation>你已退出所有账户的登录，但锁仍然有效。%1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::GrantForm</name>
    <message>
        <source>&amp;Account ID of whoever gets it</source>
        <translation>接收者的账户 ID(&amp;A)</translation>
    </message>
    <message>
        <source>They find it on this page of theirs.</source>
        <translation>对方在自己的这一页面上可以看到。</translation>
    </message>
    <message>
        <source>&amp;Package</source>
        <translation>套餐(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>级别(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Give it</source>
        <translation>给出(&amp;G)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::GrantRow</name>
    <message>
        <source>From %1</source>
        <comment>%1 is a person</comment>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <comment>%1 is a person</comment>
        <translation>给 %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change the subscription to %1</source>
        <comment>%1 is a person</comment>
        <translation>更改给 %1 的订阅</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the subscription from %1</source>
        <comment>%1 is a person</comment>
        <translation>结束来自 %1 的订阅</translation>
    </message>
    <message>
        <source>End the subscription to %1</source>
        <comment>%1 is a person</comment>
        <translation>结束给 %1 的订阅</translation>
    </message>
    <message>
        <source>You lose this subscription at once. Only %1 can give you another.</source>
        <comment>%1 is a person</comment>
        <translation>你会立即失去此订阅。只有 %1 能再给你一份。</translation>
    </message>
    <message>
        <source>%1 loses this subscription at once.</source>
        <comment>%1 is a person</comment>
        <translation>%1 会立即失去此订阅。</translation>
    </message>
    <message>
        <source>End the subscription</source>
        <translation>结束订阅</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::GrantsCard</name>
    <message>
        <source>Received</source>
        <translation>收到的</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>给出的</translation>
    </message>
    <message>
        <source>Nobody has given you a subscription.</source>
        <translation>没有人给过你订阅。</translation>
    </message>
    <message>
        <source>You have given nobody a subscription.</source>
        <translation>你没有给过任何人订阅。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::GrantsPage</name>
    <message>
        <source>Give a s&amp;ubscription</source>
        <translation>给出订阅(&amp;U)</translation>
    </message>
    <message>
        <source>%1 has a subscription from you now.</source>
        <comment>%1 is a person</comment>
        <translation>%1 现在有了你给的订阅。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>The subscription has ended.</source>
        <translation>订阅已结束。</translation>
    </message>
    <message>
        <source>Loading the subscriptions…</source>
        <translation>正在加载订阅…</translation>
    </message>
    <message>
        <source>The subscriptions could not be loaded</source>
        <translation>无法加载订阅</translation>
    </message>
    <message>
        <source>Subscription grants</source>
        <translation>赠送的订阅</translation>
    </message>
    <message>
        <source>Subscriptions that you give to others, and have from them.</source>
        <translation>你给他人的订阅，以及他人给你的订阅。</translation>
    </message>
    <message>
        <source>New subscription for somebody else</source>
        <translation>给他人的新订阅</translation>
    </message>
    <message>
        <source>No subscriptions from one to another</source>
        <translation>没有赠送的订阅</translation>
    </message>
    <message>
        <source>Nobody has given you a subscription, and you have given nobody one.</source>
        <translation>没有人给过你订阅，你也没有给过任何人。</translation>
    </message>
    <message>
        <source>Whoever gives you a subscription needs the ID of your account:</source>
        <translation>要给你订阅的人需要你的账户 ID：</translation>
    </message>
    <message>
        <source>ID of your account</source>
        <translation>你的账户 ID</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::HelpPage</name>
    <message>
        <source>%1 gets a mail with a code.</source>
        <comment>%1 is an e-mail address</comment>
        <translation>%1 会收到带有验证码的邮件。</translation>
    </message>
    <message>
        <source>The lock is lifted.</source>
        <translation>锁定已解除。</translation>
    </message>
    <message>
        <source>Nobody has this address</source>
        <translation>没有人使用此地址</translation>
    </message>
    <message>
        <source>No account signs in with %1. Ask which other address it may be.</source>
        <translation>没有账户使用 %1 登录。请询问是否为其他地址。</translation>
    </message>
    <message>
        <source>You can&apos;t look at this account</source>
        <translation>你无法查看此账户</translation>
    </message>
    <message>
        <source>Who needs help?</source>
        <translation>谁需要帮助？</translation>
    </message>
    <message>
        <source>Find the account by its e-mail address. You see whether it is locked, and can have a code sent that resets its password. Nobody learns the password, you neither.</source>
        <translation>按电子邮件地址查找账户。你可以看到它是否被锁定，并可发送用于重置密码的验证码。没有人会得知密码，你也不会。</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Let somebody who is locked out in again.</source>
        <translation>帮助无法登录的人重新登录。</translation>
    </message>
    <message>
        <source>Loading your account…</source>
        <translation>正在加载你的账户…</translation>
    </message>
    <message>
        <source>Your account could not be loaded</source>
        <translation>无法加载你的账户</translation>
    </message>
    <message>
        <source>&amp;E-mail address of the account</source>
        <translation>账户的电子邮件地址(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find the account</source>
        <translation>查找账户(&amp;F)</translation>
    </message>
    <message>
        <source>As of: %1</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>更新时间：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::HomePage</name>
    <message>
        <source>You are signed in as %1.</source>
        <comment>%1 is an e-mail address</comment>
        <translation>你已登录为 %1。</translation>
    </message>
    <message>
        <source>You are an administrator of this server.</source>
        <translation>你是这台服务器的管理员。</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>这台设备</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>登录：%1</translation>
    </message>
    <message>
        <source>Ends: %1</source>
        <comment>a time like &apos;in 3 days&apos;, or a date</comment>
        <translation>到期：%1</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
    <message>
        <source>Your account could not be loaded</source>
        <translation>无法加载你的账户</translation>
    </message>
    <message>
        <source>Loading your account…</source>
        <translation>正在加载你的账户…</translation>
    </message>
    <message>
        <source>You are not signed in. This is what was last seen of %1.</source>
        <comment>%1 is an e-mail address</comment>
        <translation>你尚未登录。以下是 %1 最近一次的情况。</translation>
    </message>
    <message>
        <source>You are signed in on this device.</source>
        <translation>你已在这台设备上登录。</translation>
    </message>
    <message>
        <source>The account API of this server, %1, tells nothing of other devices.</source>
        <translation>这台服务器的账户接口（%1）不提供其他设备的信息。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::IdentitiesCard</name>
    <message>
        <source>Connect %1</source>
        <comment>%1 is an identity provider</comment>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>%1 signs in to your account from now on.</source>
        <comment>%1 is an identity provider</comment>
        <translation>从现在起可以用 %1 登录你的账户。</translation>
    </message>
    <message>
        <source>Removed. It no longer signs in to your account.</source>
        <translation>已移除。它不能再登录你的账户。</translation>
    </message>
    <message>
        <source>Other ways to sign in</source>
        <translation>其他登录方式</translation>
    </message>
    <message>
        <source>Connect an account that you have elsewhere, and sign in without typing a password here.</source>
        <translation>连接你在别处的账户，之后无需在这里输入密码即可登录。</translation>
    </message>
    <message>
        <source>These accounts that you have elsewhere sign in to this one.</source>
        <translation>你在别处的这些账户可以登录此账户。</translation>
    </message>
    <message>
        <source>Connect %1 of %2 to this account? Whoever signs in there signs in here, too.</source>
        <comment>%1 is an account elsewhere, mostly an e-mail address, %2 an identity provider</comment>
        <translation>要将 %2 的 %1 连接到此账户吗？之后在那边登录的人也能登录这里。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::IdentityCard</name>
    <message>
        <source>About you</source>
        <translation>关于你</translation>
    </message>
    <message>
        <source>For mail from this server. What this program speaks is in Settings.</source>
        <translation>用于此服务器发出的邮件。本程序的语言请在设置中更改。</translation>
    </message>
    <message>
        <source>Your initials</source>
        <translation>你的名字缩写</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>If you want one: you can sign in with it as with your e-mail address.</source>
        <translation>可选：与电子邮件地址一样，可用它登录。</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>电子邮件地址(&amp;E)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::IdentityRow</name>
    <message>
        <source>Connected: %1. Last used: %2.</source>
        <comment>both are times like &apos;5 minutes ago&apos;</comment>
        <translation>连接于：%1。上次使用：%2。</translation>
    </message>
    <message>
        <source>Connected: %1. Not used yet.</source>
        <comment>a time like &apos;5 minutes ago&apos;</comment>
        <translation>连接于：%1。尚未使用。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>%1 is an account elsewhere</comment>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1 at %2 will no longer sign in to your account.</source>
        <comment>%1 is an account elsewhere, mostly an e-mail address, %2 an identity provider</comment>
        <translation>%2 的 %1 将不能再登录你的账户。</translation>
    </message>
    <message>
        <source>Remove this way to sign in</source>
        <translation>移除此登录方式</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::InheritanceForm</name>
    <message>
        <source>What the account takes from yours. Programs that move money go by it; Latchkey only keeps it for them.</source>
        <translation>此账户沿用你的账户中的哪些内容。转移资金的程序会以此为准；Latchkey 只是代为保存。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::JoiningCard</name>
    <message>
        <source>Sign-up</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Open: whoever reaches this server can create an account.</source>
        <translation>开放：能访问这台服务器的人都可以创建账户。</translation>
    </message>
    <message>
        <source>Closed: nobody can create an account by themselves. Who has one signs in as before.</source>
        <translation>关闭：没有人能自行创建账户。已有账户的人照常登录。</translation>
    </message>
    <message>
        <source>&amp;Close sign-up</source>
        <translation>关闭注册(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open sign-up</source>
        <translation>开放注册(&amp;O)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeepSecretPanel</name>
    <message>
        <source>An encrypted file keeps you signed in. You type its passphrase at each start of the program; nobody can recover it.</source>
        <translation>加密文件可以保持登录。每次启动程序时需要输入它的密码短语，没有人能够找回它。</translation>
    </message>
    <message>
        <source>Or keep nothing: you stay signed in until the program ends, and sign in again then.</source>
        <translation>或者不保存：在程序结束前保持登录，之后重新登录。</translation>
    </message>
    <message>
        <source>Keeping your session… If the keychain asks you something, answer it there.</source>
        <translation>正在保存你的会话… 如果密钥环弹出询问，请在那里回答。</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>重试(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try the keychain again</source>
        <translation>再次尝试密钥环(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>新密码短语(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the file</source>
        <translation>文件的密码短语(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Repeat the passphrase</source>
        <translation>再次输入密码短语(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep it in an encrypted file</source>
        <translation>保存在加密文件中(&amp;K)</translation>
    </message>
    <message>
        <source>Keep n&amp;othing</source>
        <translation>不保存(&amp;O)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeepingForm</name>
    <message>
        <source>The keychain of this computer</source>
        <translation>这台计算机的密钥环</translation>
    </message>
    <message>
        <source>An encrypted file</source>
        <translation>加密文件</translation>
    </message>
    <message>
        <source>Nowhere: until the program ends</source>
        <translation>不保存：到程序结束为止</translation>
    </message>
    <message>
        <source>It can be kept elsewhere while you are signed in.</source>
        <translation>登录期间可以改存到别处。</translation>
    </message>
    <message>
        <source>Moving it… If the keychain asks you something, answer it there.</source>
        <translation>正在移动…如果密钥环询问你，请在那里回答。</translation>
    </message>
    <message>
        <source>You stay signed in when the program starts anew.</source>
        <translation>程序重新启动后你仍保持登录。</translation>
    </message>
    <message>
        <source>You stay signed in, and type the file&apos;s passphrase at each start of the program. Nobody can recover it.</source>
        <translation>你保持登录，每次启动程序时输入文件的密码短语。没有人能找回它。</translation>
    </message>
    <message>
        <source>You sign in again when the program starts anew.</source>
        <translation>程序重新启动后需要重新登录。</translation>
    </message>
    <message>
        <source>Your session is kept in</source>
        <translation>会话保存在</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新密码短语</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>文件的密码短语</translation>
    </message>
    <message>
        <source>Repeat the passphrase</source>
        <translation>再次输入密码短语</translation>
    </message>
    <message>
        <source>Keep it in the encrypted file</source>
        <translation>保存到加密文件</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Leaving</name>
    <message>
        <source>The window stayed open: what you changed here is not saved.</source>
        <translation>窗口没有关闭：你在这里所做的更改尚未保存。</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>不保存并关闭(&amp;W)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LivingCard</name>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LockCard</name>
    <message numerus="yes">
        <source>After %n minute(s) without use</source>
        <translation>
            <numerusform>%n 分钟未使用之后</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>This holds until the program ends, but it could not be saved.</source>
        <translation>此设置在程序结束前有效，但未能保存。</translation>
    </message>
    <message>
        <source>The lock is on: Latchkey asks for it when it starts, and Ctrl+L locks at once.</source>
        <translation>锁已启用：Latchkey 启动时会要求输入，按 Ctrl+L 可立即锁定。</translation>
    </message>
    <message>
        <source>A PIN or passphrase keeps people from the open program while you are away. It encrypts nothing: your sessions stay where you keep them, and whoever can use your account on this computer needs no window to read its files.</source>
        <translation>PIN 码或密码短语可在你离开时阻止他人使用已打开的程序。它不加密任何内容：会话仍在你保存它们的地方，而能使用你在这台计算机上的账户的人，不必通过窗口也能读取其中的文件。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Lock by it&amp;self</source>
        <translation>自动锁定(&amp;S)</translation>
    </message>
    <message>
        <source>Also when the scr&amp;een is locked</source>
        <translation>屏幕锁定时也锁定(&amp;E)</translation>
    </message>
    <message>
        <source>Set a PIN or passphrase…</source>
        <translation>设置 PIN 码或密码短语…</translation>
    </message>
    <message>
        <source>C&amp;hange it…</source>
        <translation>更改…(&amp;H)</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>关闭…</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LockForm</name>
    <message>
        <source>Current PIN</source>
        <translation>当前 PIN 码</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>当前密码短语</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN 码或密码短语</translation>
    </message>
    <message>
        <source>At least 4 digits, or at least 8 characters.</source>
        <translation>至少 4 位数字，或至少 8 个字符。</translation>
    </message>
    <message>
        <source>The same aga&amp;in</source>
        <translation>再输入一次(&amp;I)</translation>
    </message>
    <message>
        <source>Turn on the loc&amp;k</source>
        <translation>启用锁(&amp;K)</translation>
    </message>
    <message>
        <source>Change the loc&amp;k</source>
        <translation>更改锁(&amp;K)</translation>
    </message>
    <message>
        <source>Turn off the loc&amp;k</source>
        <translation>关闭锁(&amp;K)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LockScreen</name>
    <message>
        <source>Latchkey is locked</source>
        <translation>Latchkey 已锁定</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>PIN 码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>密码短语(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Forgotten the PIN?</source>
        <translation>忘记了 PIN 码？(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Forgotten the passphrase?</source>
        <translation>忘记了密码短语？(&amp;F)</translation>
    </message>
    <message>
        <source>The window stayed open: something in it is not saved. Unlock it first.</source>
        <translation>窗口没有关闭：其中有内容尚未保存。请先解锁。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LockedOutCard</name>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n failure(s), for %1 more.</source>
        <comment>%1 is e.g. &apos;43 seconds&apos;</comment>
        <translation>
            <numerusform>失败 %n 次后被锁定，还剩 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not locked. Nothing keeps the right password from being taken.</source>
        <translation>未锁定。使用正确的密码即可登录。</translation>
    </message>
    <message>
        <source>&amp;Lift the lock</source>
        <translation>解除锁定(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n failure(s).</source>
        <translation>
            <numerusform>失败 %n 次后被锁定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MailWords</name>
    <message>
        <source>If there is an account with %1, a code for it is among the messages of this program.</source>
        <translation>如果存在使用 %1 的账户，它的验证码就在本程序的消息中。</translation>
    </message>
    <message>
        <source>If there is an account with %1, a code is on its way to it. It can take a minute; look among the unwanted mail, too.</source>
        <translation>如果存在使用 %1 的账户，验证码正在发往该地址。可能需要一分钟才能收到；也请查看垃圾邮件。</translation>
    </message>
    <message>
        <source>A mail with a code was sent to the e-mail address of %1. It can take a minute; look among the unwanted mail, too.</source>
        <comment>%1 is a user name</comment>
        <translation>已向 %1 的电子邮件地址发送一封带有验证码的邮件，可能需要一分钟才能收到；也请查看垃圾邮件。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MainWindow</name>
    <message>
        <source>%1 – Latchkey</source>
        <comment>title of a page</comment>
        <translation>%1 – Latchkey</translation>
    </message>
    <message>
        <source>Latchkey</source>
        <translation>Latchkey</translation>
    </message>
    <message>
        <source>States of the program</source>
        <translation>程序状态</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MessageModel</name>
    <message>
        <source>To %1</source>
        <comment>%1 is an e-mail address or a phone number</comment>
        <translation>发给 %1</translation>
    </message>
    <message>
        <source>Mail to %1, %2: %3</source>
        <comment>address, time, subject</comment>
        <translation>发给 %1 的邮件，%2：%3</translation>
    </message>
    <message>
        <source>Text to %1, %2: %3</source>
        <comment>phone number, time, what it says</comment>
        <translation>发给 %1 的短信，%2：%3</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MessagePane</name>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>&amp;Copy the code</source>
        <translation>复制验证码(&amp;C)</translation>
    </message>
    <message>
        <source>Half a minute later it leaves the clipboard again.</source>
        <translation>半分钟后它会从剪贴板中清除。</translation>
    </message>
    <message>
        <source>What the message says</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>To %1</source>
        <comment>%1 is an e-mail address or a phone number</comment>
        <translation>发给 %1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>What the server on this computer would have mailed or texted, to all its accounts. Nothing of it leaves this computer.</source>
        <translation>这台计算机上的服务器本应通过邮件或短信发给其所有账户的内容。这些内容不会离开这台计算机。</translation>
    </message>
    <message>
        <source>Copy the code of this message</source>
        <translation>复制此消息的验证码</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MessagesPanel</name>
    <message>
        <source>Messages of the server on this computer</source>
        <translation>这台计算机上的服务器的消息</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MessagesView</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The messages could not be read</source>
        <translation>无法读取消息</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>The server on this computer sends nothing. What it would have mailed or texted, codes above all, comes here instead.</source>
        <translation>这台计算机上的服务器不会发送任何内容。它本应通过邮件或短信发送的内容，主要是验证码，都会出现在这里。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>The messages are being read…</source>
        <translation>正在读取消息…</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NavigationButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a page and its keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NetworkCard</name>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n time(s)</source>
        <translation>
            <numerusform>最多 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Only where asking twice can do no harm.</source>
        <translation>仅在重复请求不会造成影响时。</translation>
    </message>
    <message>
        <source>&amp;Try again by itself</source>
        <translation>自动重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NewPasswordField</name>
    <message numerus="yes">
        <source>At least %n character(s), and not easy to guess.</source>
        <translation>
            <numerusform>至少 %n 个字符，并且不容易猜到。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NoticesCard</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Ask on the desktop &quot;Was it you?&quot; when somebody signs in elsewhere</source>
        <translation>有人在别处登录时，在桌面上询问“是你吗？”</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::OrganisationPage</name>
    <message>
        <source>Make an acco&amp;unt</source>
        <translation>创建账户(&amp;U)</translation>
    </message>
    <message>
        <source>%1 has an account now.</source>
        <comment>%1 is a person</comment>
        <translation>%1 现在有了账户。</translation>
    </message>
    <message>
        <source>Your account is yours alone now.</source>
        <translation>你的账户现在只归你所有。</translation>
    </message>
    <message>
        <source>Loading the organisation…</source>
        <translation>正在加载组织…</translation>
    </message>
    <message>
        <source>The organisation could not be loaded</source>
        <translation>无法加载组织</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Accounts that you make for others, and act in for them.</source>
        <translation>你为他人创建并可代为操作的账户。</translation>
    </message>
    <message>
        <source>New account for somebody else</source>
        <translation>为他人创建新账户</translation>
    </message>
    <message>
        <source>No accounts for others</source>
        <translation>没有为他人创建的账户</translation>
    </message>
    <message>
        <source>You can make accounts for people you look after. You see who they are, and can act in their accounts for 30 minutes at a time.</source>
        <translation>你可以为你照管的人创建账户。你可以看到他们是谁，并可进入他们的账户操作，每次 30 分钟。</translation>
    </message>
    <message>
        <source>Who made your account</source>
        <translation>谁创建了你的账户</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PaletteModel</name>
    <message>
        <source>%1, %2</source>
        <comment>a command and its kind</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ParentRow</name>
    <message>
        <source>%1 made it for you. They see your account, and may act in it for 30 minutes at a time; you get a mail with the reason each time.</source>
        <comment>%1 is a person</comment>
        <translation>%1 为你创建了此账户。对方可以看到你的账户，并可进入操作，每次 30 分钟；每次你都会收到说明理由的邮件。</translation>
    </message>
    <message>
        <source>Lea&amp;ve…</source>
        <translation>离开(&amp;V)…</translation>
    </message>
    <message>
        <source>Leave %1…</source>
        <comment>%1 is a person</comment>
        <translation>离开 %1…</translation>
    </message>
    <message>
        <source>From then on %1 neither sees your account nor acts in it. That can&apos;t be undone: nobody can take in an account that is there already.</source>
        <comment>%1 is a person</comment>
        <translation>此后 %1 既看不到你的账户，也不能进入操作。此操作无法撤销：已存在的账户不能再加入组织。</translation>
    </message>
    <message>
        <source>Leave the organisation</source>
        <translation>离开组织</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PasswordCard</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>C&amp;urrent password</source>
        <translation>当前密码(&amp;U)</translation>
    </message>
    <message>
        <source>Ne&amp;w password</source>
        <translation>新密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Keep other devices signed in</source>
        <translation>保持其他设备的登录(&amp;K)</translation>
    </message>
    <message>
        <source>Change &amp;password</source>
        <translation>更改密码(&amp;P)</translation>
    </message>
    <message>
        <source>Your account has no password, and needs none. If you want one, sign out and choose “Trouble signing in?” where you sign in: a code to your e-mail address sets it.</source>
        <translation>你的账户没有密码，也不需要密码。如果想要密码，请退出登录，并在登录处选择“登录遇到问题？”：通过发送到邮箱的验证码即可设置。</translation>
    </message>
    <message>
        <source>Your account has no password, and needs none.</source>
        <translation>你的账户没有密码，也不需要密码。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PasswordEdit</name>
    <message>
        <source>Hide password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Caps lock is on.</source>
        <translation>大写锁定已开启。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1 is what it does, %2 are keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PersonCard</name>
    <message>
        <source>%1 (verified)</source>
        <comment>%1 is an e-mail address</comment>
        <translation>%1（已验证）</translation>
    </message>
    <message>
        <source>%1 (not verified)</source>
        <comment>%1 is an e-mail address</comment>
        <translation>%1（未验证）</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Account since</source>
        <translation>账户创建于</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PhoneCard</name>
    <message>
        <source>Texts to %1 reach you.</source>
        <comment>%1 is a phone number</comment>
        <translation>发往 %1 的短信能送达你。</translation>
    </message>
    <message>
        <source>The phone is removed.</source>
        <translation>电话已移除。</translation>
    </message>
    <message>
        <source>Open Security</source>
        <translation>打开“安全”</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Verified: texts to this number reach you.</source>
        <translation>已验证：发往此号码的短信能送达你。</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>With one, codes can come to you as texts.</source>
        <translation>添加后，可以通过短信接收验证码。</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation>添加电话</translation>
    </message>
    <message>
        <source>Change the phone</source>
        <translation>更改电话</translation>
    </message>
    <message>
        <source>Remove the phone</source>
        <translation>移除电话</translation>
    </message>
    <message>
        <source>Codes can then no longer come to %1.</source>
        <comment>%1 is a phone number</comment>
        <translation>此后验证码将无法发送到 %1。</translation>
    </message>
    <message>
        <source>Remove phone</source>
        <translation>移除电话</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>It takes the place of %1 once the code is typed here.</source>
        <comment>%1 is a phone number</comment>
        <translation>在此输入验证码后，它将取代 %1。</translation>
    </message>
    <message>
        <source>Written as you like. One of another country begins with +.</source>
        <translation>随意书写即可。其他国家或地区的号码以 + 开头。</translation>
    </message>
    <message>
        <source>It begins with + and the country, e.g. +1 410 435 0691.</source>
        <translation>以 + 和国家或地区代码开头，例如 +1 410 435 0691。</translation>
    </message>
    <message>
        <source>Ch&amp;ange</source>
        <translation>更改(&amp;A)</translation>
    </message>
    <message>
        <source>Add a &amp;phone</source>
        <translation>添加电话(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PlanCard</name>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Once your e-mail address is verified, in Profile, you may use more.</source>
        <translation>在“个人资料”中验证电子邮件地址后，你可以使用更多。</translation>
    </message>
    <message>
        <source>Once your e-mail address is verified, you may use more.</source>
        <translation>验证电子邮件地址后，你可以使用更多。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PreferenceCard</name>
    <message>
        <source>This holds until the program ends, but it could not be saved.</source>
        <translation>此设置在程序结束前有效，但未能保存。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfileDetails</name>
    <message>
        <source>Name on this computer</source>
        <translation>在这台计算机上的名称</translation>
    </message>
    <message>
        <source>Only you see it. Empty: the name of the account.</source>
        <translation>只有你能看到。留空则使用账户的名称。</translation>
    </message>
    <message>
        <source>Version of the account API</source>
        <translation>账户接口的版本</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfilePage</name>
    <message>
        <source>Your profile could not be loaded</source>
        <translation>无法加载你的个人资料</translation>
    </message>
    <message>
        <source>Loading your profile…</source>
        <translation>正在加载个人资料…</translation>
    </message>
    <message>
        <source>Your profile is saved.</source>
        <translation>个人资料已保存。</translation>
    </message>
    <message>
        <source>Your profile was not saved. %1</source>
        <comment>%1 says why</comment>
        <translation>个人资料未能保存。%1</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>What this server knows of you.</source>
        <translation>这台服务器上保存的你的信息。</translation>
    </message>
    <message>
        <source>Saved, but %1 is not your address yet: this server may want it confirmed first.</source>
        <comment>%1 is an e-mail address</comment>
        <translation>已保存，但 %1 还不是你的地址：此服务器可能要求先确认它。</translation>
    </message>
    <message>
        <source>Your account is deleted.</source>
        <translation>你的账户已删除。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfileRow</name>
    <message>
        <source>Session kept in the keychain of this computer</source>
        <translation>会话保存在这台计算机的密钥环中</translation>
    </message>
    <message>
        <source>Session kept in an encrypted file</source>
        <translation>会话保存在加密文件中</translation>
    </message>
    <message>
        <source>Session kept until the program ends</source>
        <translation>会话保留到程序结束</translation>
    </message>
    <message numerus="yes">
        <source>Signed out and removed from this computer in %n second(s). The account stays on its server.</source>
        <translation>
            <numerusform>%n 秒后将退出登录并从这台计算机移除。账户仍保留在它的服务器上。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo removing %1</source>
        <translation>撤销移除 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1 的设置</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfileSwitcher</name>
    <message>
        <source>No account yet</source>
        <translation>还没有账户</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Switch profiles</source>
        <translation>切换账户</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <comment>a person on a server</comment>
        <translation>账户：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfilesCard</name>
    <message>
        <source>Profiles</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>There is no account in this program yet.</source>
        <translation>本程序中还没有账户。</translation>
    </message>
    <message>
        <source>&amp;Add an account</source>
        <translation>添加账户(&amp;A)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProtectionCard</name>
    <message>
        <source>Protection</source>
        <translation>账户保护</translation>
    </message>
    <message>
        <source>Your e-mail address is verified.</source>
        <translation>你的电子邮件地址已验证。</translation>
    </message>
    <message>
        <source>Your e-mail address is not verified yet.</source>
        <translation>你的电子邮件地址尚未验证。</translation>
    </message>
    <message>
        <source>You know of every sign-in.</source>
        <translation>每一次登录你都已知悉。</translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in(s) wait for your answer.</source>
        <translation>
            <numerusform>有 %n 次登录等待你确认。</numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed in nowhere else.</source>
        <translation>你没有在其他位置登录。</translation>
    </message>
    <message numerus="yes">
        <source>You are signed in on %n other device(s).</source>
        <translation>
            <numerusform>你在另外 %n 台设备上登录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody has confirmed %n earlier sign-in(s).</source>
        <translation>
            <numerusform>有 %n 次较早的登录尚无人确认。</numerusform>
        </translation>
    </message>
    <message>
        <source>A second factor protects your account.</source>
        <translation>你的账户受第二重验证保护。</translation>
    </message>
    <message>
        <source>Only your password protects your account.</source>
        <translation>你的账户只受密码保护。</translation>
    </message>
    <message>
        <source>You have no recovery codes left.</source>
        <translation>你已没有可用的恢复码。</translation>
    </message>
    <message numerus="yes">
        <source>%n recovery code(s) left.</source>
        <translation>
            <numerusform>还剩 %n 个恢复码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a second &amp;factor</source>
        <translation>添加第二重验证(&amp;F)</translation>
    </message>
    <message>
        <source>Make recovery &amp;codes</source>
        <translation>生成恢复码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Verify it</source>
        <translation>验证(&amp;V)</translation>
    </message>
    <message>
        <source>Your phone is verified.</source>
        <translation>你的电话已验证。</translation>
    </message>
    <message>
        <source>Your account has no phone.</source>
        <translation>你的账户没有电话。</translation>
    </message>
    <message>
        <source>Add a &amp;phone</source>
        <translation>添加电话(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>%n API session(s) were not used for 90 days.</source>
        <translation>
            <numerusform>有 %n 个 API 会话已 90 天未使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n API session(s) can use your account.</source>
        <translation>
            <numerusform>有 %n 个 API 会话可以使用你的账户。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Look at them</source>
        <translation>查看(&amp;L)</translation>
    </message>
    <message>
        <source>Only codes to your e-mail address protect your account.</source>
        <translation>你的账户只受发送到邮箱的验证码保护。</translation>
    </message>
    <message>
        <source>Nothing but your sign-in at %1 protects your account.</source>
        <comment>%1 is an identity provider, or several</comment>
        <translation>你的账户只受你在 %1 的登录保护。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProviderForm</name>
    <message>
        <source>OpenID Connect</source>
        <translation>OpenID Connect</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Make accounts for people it knows</source>
        <translation>为它认识的人创建账户(&amp;M)</translation>
    </message>
    <message>
        <source>Whoever signs in by it and has no account here gets one. Else they are told to ask for one.</source>
        <translation>用它登录而在这里没有账户的人会得到一个账户。否则会提示他们去申请。</translation>
    </message>
    <message>
        <source>At the provider, register Latchkey as a program for desktops, with this address to return to, at any port: %1</source>
        <translation>请在提供方处把 Latchkey 注册为桌面程序，并登记此返回地址（端口任意）：%1</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>As people know it. The button says: Continue with this name.</source>
        <translation>大家熟悉的名称。按钮上会显示：使用此名称继续。</translation>
    </message>
    <message>
        <source>Address of the &amp;provider (issuer)</source>
        <translation>提供方地址（issuer）(&amp;P)</translation>
    </message>
    <message>
        <source>As the provider itself names it, e.g. https://login.example.org.</source>
        <translation>按提供方自己的写法，例如 https://login.example.org。</translation>
    </message>
    <message>
        <source>Clien&amp;t ID</source>
        <translation>客户端 ID(&amp;T)</translation>
    </message>
    <message>
        <source>What the provider calls this server.</source>
        <translation>提供方对此服务器的称呼。</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>客户端密钥(&amp;S)</translation>
    </message>
    <message>
        <source>There is one, which nobody is shown. Leave this empty to keep it.</source>
        <translation>已有一个密钥，不会显示给任何人。留空则保留它。</translation>
    </message>
    <message>
        <source>Where the provider gave one. Nobody is shown it again.</source>
        <translation>如果提供方给了密钥。之后不会再显示给任何人。</translation>
    </message>
    <message>
        <source>&amp;Domains</source>
        <translation>域名(&amp;D)</translation>
    </message>
    <message>
        <source>Whose e-mail addresses are led to it at once, e.g. example.org, example.com.</source>
        <translation>使用这些域名的电子邮件地址会直接转到它，例如 example.org, example.com。</translation>
    </message>
    <message>
        <source>&amp;Use no client secret any more</source>
        <translation>不再使用客户端密钥(&amp;U)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProviderRow</name>
    <message>
        <source>On: people can sign in by it.</source>
        <translation>已开启：可以用它登录。</translation>
    </message>
    <message>
        <source>Off: nobody signs in by it.</source>
        <translation>已关闭：无法用它登录。</translation>
    </message>
    <message>
        <source>Leads to it: %1</source>
        <comment>%1 is a list of domains of e-mail addresses</comment>
        <translation>转到它的域名：%1</translation>
    </message>
    <message>
        <source>Makes accounts for people it knows.</source>
        <translation>为它认识的人创建账户。</translation>
    </message>
    <message>
        <source>Signs in to accounts that are here already.</source>
        <translation>只登录这里已有的账户。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change %1</source>
        <comment>%1 is an identity provider</comment>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <comment>%1 is an identity provider</comment>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <comment>%1 is an identity provider</comment>
        <translation>开启 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>%1 is an identity provider</comment>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Nobody will sign in by %1 any more, and whom it knew is forgotten. People who have no password here can&apos;t get in until they set one.</source>
        <comment>%1 is an identity provider</comment>
        <translation>将无法再用 %1 登录，它认识的人也会被遗忘。在这里没有密码的人要先设置密码才能登录。</translation>
    </message>
    <message>
        <source>Remove the provider</source>
        <translation>移除此提供方</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProvidersPage</name>
    <message>
        <source>People can sign in by %1 now.</source>
        <comment>%1 is an identity provider</comment>
        <translation>现在可以用 %1 登录了。</translation>
    </message>
    <message>
        <source>Switched on.</source>
        <translation>已开启。</translation>
    </message>
    <message>
        <source>Switched off.</source>
        <translation>已关闭。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Removed. Nobody signs in by it any more.</source>
        <translation>已移除。无法再用它登录。</translation>
    </message>
    <message>
        <source>Loading the sign-in providers…</source>
        <translation>正在加载登录提供方…</translation>
    </message>
    <message>
        <source>The sign-in providers could not be loaded</source>
        <translation>无法加载登录提供方</translation>
    </message>
    <message>
        <source>Sign-in providers</source>
        <translation>登录提供方</translation>
    </message>
    <message>
        <source>Who else may say who somebody is, so that they need no password.</source>
        <translation>还有谁可以证明某人的身份，使其无需密码。</translation>
    </message>
    <message>
        <source>Add a provi&amp;der</source>
        <translation>添加提供方(&amp;D)</translation>
    </message>
    <message>
        <source>New sign-in provider</source>
        <translation>新的登录提供方</translation>
    </message>
    <message>
        <source>Everybody signs in with what this server knows</source>
        <translation>所有人都用此服务器掌握的信息登录</translation>
    </message>
    <message>
        <source>Add an OpenID provider, e.g. that of your organisation, or Google. Whoever it knows signs in by it, in their own browser.</source>
        <translation>添加一个 OpenID 提供方，例如你所在组织的，或 Google。它认识的人可以在自己的浏览器中用它登录。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProxyForm</name>
    <message>
        <source>As the program</source>
        <translation>跟随程序</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP 代理</translation>
    </message>
    <message>
        <source>SOCKS 5 proxy</source>
        <translation>SOCKS 5 代理</translation>
    </message>
    <message>
        <source>Type the name or address of the proxy.</source>
        <translation>请输入代理的名称或地址。</translation>
    </message>
    <message>
        <source>It is kept where your sessions are, never with the settings.</source>
        <translation>它与会话保存在同一处，绝不写入设置文件。</translation>
    </message>
    <message>
        <source>A password is kept. Type another one to replace it.</source>
        <translation>已保存密码。输入新密码即可替换。</translation>
    </message>
    <message>
        <source>The password is kept in the keychain of this computer.</source>
        <translation>密码保存在这台计算机的密钥环中。</translation>
    </message>
    <message>
        <source>The keychain did not take the password; it is kept in the encrypted file.</source>
        <translation>密钥环未能保存密码，密码已保存在加密文件中。</translation>
    </message>
    <message>
        <source>The keychain did not take the password. It holds until the program ends.</source>
        <translation>密钥环未能保存密码，密码在程序结束前有效。</translation>
    </message>
    <message>
        <source>For every profile that has no proxy of its own.</source>
        <translation>适用于所有未单独设置代理的账户。</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>代理(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Name or address of the proxy</source>
        <translation>代理的名称或地址(&amp;N)</translation>
    </message>
    <message>
        <source>Po&amp;rt of the proxy</source>
        <translation>代理的端口(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;User name at the proxy, where it asks for one</source>
        <translation>代理的用户名（如有要求）(&amp;U)</translation>
    </message>
    <message>
        <source>Pass&amp;word at the proxy</source>
        <translation>代理的密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Forget the password</source>
        <translation>忘记密码(&amp;F)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::QrView</name>
    <message>
        <source>QR code for an authenticator app; the secret stands beside it as text</source>
        <translation>供身份验证器应用扫描的二维码；旁边有文本形式的密钥</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Question</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RecentCard</name>
    <message>
        <source>Nobody has signed in yet.</source>
        <translation>还没有登录记录。</translation>
    </message>
    <message>
        <source>Your sign-ins are shown as soon as you are signed in again.</source>
        <translation>重新登录后即可查看你的登录记录。</translation>
    </message>
    <message>
        <source>Loading your sign-ins…</source>
        <translation>正在加载登录记录…</translation>
    </message>
    <message>
        <source>Your sign-ins are shown as soon as the server can be reached.</source>
        <translation>一旦能连接服务器，就会显示你的登录记录。</translation>
    </message>
    <message>
        <source>Last sign-ins</source>
        <translation>最近登录</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>全部显示(&amp;A)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RecentModel</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>a device, its address, when it signed in</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>a device, its address, when it signed in, how it ended</comment>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>本设备</translation>
    </message>
    <message>
        <source>%1, %2, %3, this device</source>
        <comment>a device, its address, when it signed in</comment>
        <translation>%1，%2，%3，本设备</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RecoveryCard</name>
    <message>
        <source>All recovery codes are used. Make new ones.</source>
        <translation>所有恢复码都已用完。请生成新的恢复码。</translation>
    </message>
    <message numerus="yes">
        <source>Only %n recovery code(s) left. Make new ones soon.</source>
        <translation>
            <numerusform>只剩 %n 个恢复码。请尽快生成新的恢复码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>恢复码</translation>
    </message>
    <message numerus="yes">
        <source>%n recovery code(s) left, made: %1.</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>
            <numerusform>还剩 %n 个恢复码，生成时间：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The codes that you have now stop working.</source>
        <translation>你现有的恢复码将失效。</translation>
    </message>
    <message>
        <source>&amp;Make new codes</source>
        <translation>生成新的恢复码(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Make recovery codes</source>
        <translation>生成恢复码(&amp;M)</translation>
    </message>
    <message>
        <source>Replace the codes</source>
        <translation>替换恢复码</translation>
    </message>
    <message>
        <source>You have no recovery codes. Without your second factor you could not get into your account.</source>
        <translation>你没有恢复码。失去第二重验证时，你将无法进入账户。</translation>
    </message>
    <message>
        <source>Each opens your account once when your second factor is not at hand.</source>
        <translation>当第二重验证不在手边时，每个恢复码可以打开你的账户一次。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RecoveryPage</name>
    <message>
        <source>If there is an account with %1, a mail is on its way to it that says how it signs in. Where none comes, try another address of yours.</source>
        <translation>如果存在使用 %1 的账户，一封说明如何登录的邮件正在发往该地址。如果没有收到，请试试你的其他地址。</translation>
    </message>
    <message>
        <source>The old address is back, and all sessions have ended. Whoever changed it knew the password, so it is worth nothing any more: have a code sent and set a new one.</source>
        <translation>旧地址已恢复，所有会话都已结束。更改地址的人知道密码，因此该密码已失效：请获取验证码并设置新密码。</translation>
    </message>
    <message>
        <source>This server sends no mail, so it can&apos;t send you a code. Ask whoever runs it to let you in again.</source>
        <translation>此服务器不发送邮件，因此无法给你发送验证码。请联系服务器的管理者帮你恢复登录。</translation>
    </message>
    <message>
        <source>Back into your account</source>
        <translation>找回你的账户</translation>
    </message>
    <message>
        <source>Set a new password</source>
        <translation>设置新密码</translation>
    </message>
    <message>
        <source>Which e-mail address is it?</source>
        <translation>是哪个电子邮件地址？</translation>
    </message>
    <message>
        <source>Take back your e-mail address</source>
        <translation>找回你的电子邮件地址</translation>
    </message>
    <message>
        <source>You get a code by mail, and set a new password with it.</source>
        <translation>你会收到含验证码的邮件，并用它设置新密码。</translation>
    </message>
    <message>
        <source>With it all sessions of the account end. A second factor stays as it is.</source>
        <translation>设置后，账户的所有会话都会结束。第二重验证保持不变。</translation>
    </message>
    <message>
        <source>Type an address of yours. If there is an account with it, a mail goes there that says how it signs in.</source>
        <translation>请输入你的一个地址。如果存在使用它的账户，会有一封说明如何登录的邮件发往该地址。</translation>
    </message>
    <message>
        <source>When your address was changed, a mail went to the old one. Within three days the code in it takes the change back, and ends all sessions.</source>
        <translation>你的地址被更改时，一封邮件已发往旧地址。三天之内，用其中的验证码可以撤销更改并结束所有会话。</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>电子邮件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Send the code</source>
        <translation>发送验证码(&amp;S)</translation>
    </message>
    <message>
        <source>Back to si&amp;gning in</source>
        <translation>返回登录(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Send the mail</source>
        <translation>发送邮件(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>返回(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>验证码(&amp;O)</translation>
    </message>
    <message>
        <source>As it stands in the mail to the old address.</source>
        <translation>即发往旧地址的邮件中的验证码。</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>撤销更改(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Which e-mail do I sign in with?</source>
        <translation>我用哪个电子邮件登录？(&amp;W)</translation>
    </message>
    <message>
        <source>My e-mail a&amp;ddress was changed, and it wasn&apos;t me</source>
        <translation>我的电子邮件地址被更改，但不是我做的(&amp;D)</translation>
    </message>
    <message>
        <source>Show m&amp;essages</source>
        <translation>查看消息(&amp;E)</translation>
    </message>
    <message>
        <source>The server was asked to send a mail to %1. It says how to get in again: with a new password, a code or a link. It can take a minute; look among the unwanted mail, too.</source>
        <translation>已请服务器向 %1 发送邮件。邮件会说明如何重新登录：用新密码、验证码或链接。可能需要一分钟才能收到；也请查看垃圾邮件。</translation>
    </message>
    <message>
        <source>Look into your mail</source>
        <translation>请查看你的邮件</translation>
    </message>
    <message>
        <source>Which user name is it?</source>
        <translation>是哪个用户名？</translation>
    </message>
    <message>
        <source>You get a mail that says how to get in again.</source>
        <translation>你会收到一封邮件，说明如何重新登录。</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Which user name do I sign in with?</source>
        <translation>我用哪个用户名登录？(&amp;W)</translation>
    </message>
    <message>
        <source>I &amp;already have a code</source>
        <translation>我已有验证码(&amp;A)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ResetCard</name>
    <message>
        <source>Nobody has sent this account a code yet.</source>
        <translation>还没有人向此账户发送过验证码。</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>%1 gets a mail with a code that works for 24 hours, and chooses a new password with it. Nobody else learns that password or chooses it, and a second factor is asked for as before.</source>
        <comment>%1 is an e-mail address</comment>
        <translation>%1 会收到一封带有验证码的邮件，24 小时内有效，并由本人用它设置新密码。其他人不会得知也不能选择此密码，第二重验证照常要求。</translation>
    </message>
    <message>
        <source>&amp;Send another reset code</source>
        <translation>重新发送重置验证码(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Send a reset code</source>
        <translation>发送重置验证码(&amp;S)</translation>
    </message>
    <message>
        <source>The one before works no longer then.</source>
        <translation>之前的验证码将随之失效。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ResetStep</name>
    <message>
        <source>C&amp;ode</source>
        <translation>验证码(&amp;O)</translation>
    </message>
    <message>
        <source>Ne&amp;w password</source>
        <translation>新密码(&amp;W)</translation>
    </message>
    <message>
        <source>Set the new &amp;password</source>
        <translation>设置新密码(&amp;P)</translation>
    </message>
    <message>
        <source>Back to the e-&amp;mail address</source>
        <translation>返回电子邮件地址(&amp;M)</translation>
    </message>
    <message>
        <source>Back to the user na&amp;me</source>
        <translation>返回用户名(&amp;M)</translation>
    </message>
    <message>
        <source>Ten letters and digits, as they stand in the mail to you.</source>
        <translation>邮件中的十位字母和数字。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RetryForm</name>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>After waits that grow</source>
        <translation>等待逐渐变长</translation>
    </message>
    <message>
        <source>Try again by itself</source>
        <translation>自动重试</translation>
    </message>
    <message>
        <source>Only where asking twice can do no harm.</source>
        <translation>仅在重复请求不会造成影响时。</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>首次等待</translation>
    </message>
    <message>
        <source>Each further wait, times</source>
        <translation>之后每次等待的倍数</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>Altogether no longer than</source>
        <translation>总时长不超过</translation>
    </message>
    <message>
        <source>Also when the connection broke</source>
        <translation>连接中断时也重试</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ReviewCard</name>
    <message>
        <source>Was it you?</source>
        <translation>是你吗？</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RoleWords</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持人员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ScanStep</name>
    <message>
        <source>1. Scan the picture with the authenticator app.</source>
        <translation>1. 用身份验证器应用扫描此图。</translation>
    </message>
    <message>
        <source>Can&apos;t scan it? Type this secret into the app:</source>
        <translation>无法扫描？请在应用中输入此密钥：</translation>
    </message>
    <message>
        <source>Secret for the authenticator</source>
        <translation>身份验证器的密钥</translation>
    </message>
    <message>
        <source>2. Type the six di&amp;gits that the app shows</source>
        <translation>2. 输入应用显示的六位数字(&amp;G)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SecretCard</name>
    <message>
        <source>The secret of %1</source>
        <comment>%1 is an API session</comment>
        <translation>%1 的密钥</translation>
    </message>
    <message>
        <source>It is shown only now. Put it where the program finds it, or into a password manager. Whoever has it can use your account.</source>
        <translation>密钥只在此刻显示。请把它放到程序能找到的地方，或存入密码管理器。任何人拥有它，就能使用你的账户。</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>I have sa&amp;ved it</source>
        <translation>我已保存(&amp;V)</translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation>完成(&amp;N)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SecurityPage</name>
    <message>
        <source>Try aga&amp;in</source>
        <translation>重试(&amp;I)</translation>
    </message>
    <message>
        <source>Your second factors are shown as soon as the server can be reached.</source>
        <translation>连接到服务器后，将显示你的第二重验证。</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>密码已更改。</translation>
    </message>
    <message>
        <source>Your password was not changed. %1</source>
        <comment>%1 says why</comment>
        <translation>密码未能更改。%1</translation>
    </message>
    <message>
        <source>Loading what protects your account…</source>
        <translation>正在加载账户的保护措施…</translation>
    </message>
    <message>
        <source>Loading your second factors…</source>
        <translation>正在加载第二重验证…</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>What keeps strangers out of your account.</source>
        <translation>防止他人进入你的账户。</translation>
    </message>
    <message>
        <source>What protects your account could not be loaded</source>
        <translation>无法加载账户的保护措施</translation>
    </message>
    <message>
        <source>Added. Signing in asks for a second factor.</source>
        <translation>已添加。登录时会要求第二重验证。</translation>
    </message>
    <message>
        <source>Your password is changed. Other devices were signed out, and API sessions have ended.</source>
        <translation>密码已更改。其他设备已退出登录，API 会话已结束。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ServerPage</name>
    <message>
        <source>Anybody can sign up from now on.</source>
        <translation>从现在起任何人都可以注册。</translation>
    </message>
    <message>
        <source>Nobody can sign up from now on.</source>
        <translation>从现在起没有人可以注册。</translation>
    </message>
    <message>
        <source>Asking the server how it is…</source>
        <translation>正在询问服务器状态…</translation>
    </message>
    <message>
        <source>What the server says of itself could not be loaded</source>
        <translation>无法加载服务器的信息</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>What administrators set while it runs, and how much there is.</source>
        <translation>管理员在它运行时的设置，以及各项数量。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionActs</name>
    <message>
        <source>The name was not changed. %1</source>
        <comment>%1 says why</comment>
        <translation>名称未能更改。%1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <comment>%1 is the name of a device</comment>
        <translation>已结束：%1</translation>
    </message>
    <message>
        <source>The session was not ended. %1</source>
        <comment>%1 says why</comment>
        <translation>会话未能结束。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ended</source>
        <translation>
            <numerusform>已结束 %n 个会话</numerusform>
        </translation>
    </message>
    <message>
        <source>The sessions were not ended. %1</source>
        <comment>%1 says why</comment>
        <translation>会话未能结束。%1</translation>
    </message>
    <message>
        <source>Your answer was not saved. %1</source>
        <comment>%1 says why</comment>
        <translation>你的回答未能保存。%1</translation>
    </message>
    <message>
        <source>Ended: %1. Change your password if you don&apos;t know who it was.</source>
        <comment>%1 is the name of a device</comment>
        <translation>已结束：%1。如果不知道是谁，请更改密码。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Signed in again: %1</source>
        <comment>%1 is the name of a device</comment>
        <translation>已恢复登录：%1</translation>
    </message>
    <message>
        <source>This could not be taken back. %1</source>
        <comment>%1 says why</comment>
        <translation>无法撤销。%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>There was no other session to end.</source>
        <translation>没有其他会话可以结束。</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) signed in again</source>
        <translation>
            <numerusform>%n 个会话已重新登录</numerusform>
        </translation>
    </message>
    <message>
        <source>Works again: %1</source>
        <comment>%1 is an API session</comment>
        <translation>已恢复：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionDetails</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Choose a session to see all that is known of it.</source>
        <translation>选择一个会话以查看它的全部信息。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Signed in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Was it you who signed in here?</source>
        <translation>在这里登录的是你吗？</translation>
    </message>
    <message>
        <source>It &amp;was me</source>
        <translation>是我(&amp;W)</translation>
    </message>
    <message>
        <source>It was&amp;n&apos;t me</source>
        <translation>不是我(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;End session</source>
        <translation>结束会话(&amp;E)</translation>
    </message>
    <message>
        <source>Ta&amp;ke back</source>
        <translation>撤回(&amp;K)</translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <comment>%1 is a name that was typed</comment>
        <translation>尚未保存：%1</translation>
    </message>
    <message>
        <source>Sa&amp;ve this name</source>
        <translation>保存此名称(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>放弃此名称(&amp;L)</translation>
    </message>
    <message>
        <source>This device signed in later, so it can&apos;t confirm this sign-in. If it wasn&apos;t you, say so.</source>
        <translation>这台设备登录得更晚，不能确认这次登录。如果不是你本人，请说明。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)…</translation>
    </message>
    <message>
        <source>Their reason</source>
        <translation>对方的理由</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionHeader</name>
    <message>
        <source>&amp;Sort</source>
        <translation>排序(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <comment>%1 is the title of a column</comment>
        <translation>按“%1”排序</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionTree</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;End session</source>
        <translation>结束会话(&amp;E)</translation>
    </message>
    <message>
        <source>It &amp;was me</source>
        <translation>是我(&amp;W)</translation>
    </message>
    <message>
        <source>It was&amp;n&apos;t me</source>
        <translation>不是我(&amp;N)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionWords</name>
    <message>
        <source>Unknown program</source>
        <translation>未知程序</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a program on a system</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Signing up</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signed out there</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Ended from this device</source>
        <translation>由这台设备结束</translation>
    </message>
    <message>
        <source>Ended from another device</source>
        <translation>由另一台设备结束</translation>
    </message>
    <message>
        <source>Ended from %1</source>
        <comment>%1 is the name of a device</comment>
        <translation>由 %1 结束</translation>
    </message>
    <message>
        <source>You said on this device that it wasn&apos;t you</source>
        <translation>你在这台设备上表示不是你</translation>
    </message>
    <message>
        <source>You said on another device that it wasn&apos;t you</source>
        <translation>你在另一台设备上表示不是你</translation>
    </message>
    <message>
        <source>You said on %1 that it wasn&apos;t you</source>
        <comment>%1 is the name of a device</comment>
        <translation>你在 %1 上表示不是你</translation>
    </message>
    <message>
        <source>Ended because the password was changed</source>
        <translation>因更改密码而结束</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>%1 is an IP address</comment>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>a program on a system, an IP address</comment>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>In another way</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Password and authenticator</source>
        <translation>密码和身份验证器</translation>
    </message>
    <message>
        <source>Password and recovery code</source>
        <translation>密码和恢复码</translation>
    </message>
    <message>
        <source>Password, on a trusted device</source>
        <translation>密码（受信任的设备）</translation>
    </message>
    <message>
        <source>Password and code by e-mail</source>
        <translation>密码和邮件验证码</translation>
    </message>
    <message>
        <source>Password and code by text</source>
        <translation>密码和短信验证码</translation>
    </message>
    <message>
        <source>API session</source>
        <translation>API 会话</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Made in another session</source>
        <translation>在另一个会话中创建</translation>
    </message>
    <message>
        <source>%1, on your behalf</source>
        <comment>%1 is a person</comment>
        <translation>%1（代表你操作）</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>身份提供方</translation>
    </message>
    <message>
        <source>For 30 minutes you see what %1 sees, and do what they could do. They get a mail with your name and the reason, and see it among their sessions. Password, second factors, API sessions and e-mail address stay theirs alone.</source>
        <comment>%1 is a person</comment>
        <translation>在 30 分钟内，你能看到 %1 看到的内容，并执行其可执行的操作。对方会收到写有你的姓名和理由的邮件，并在自己的会话中看到这次操作。密码、第二重验证、API 会话和电子邮件地址仍只归对方所有。</translation>
    </message>
    <message>
        <source>For up to 30 minutes you see what %1 sees, and do what this server lets you do there.</source>
        <comment>%1 is a person</comment>
        <translation>在最长 30 分钟内，你能看到 %1 所看到的内容，并做这台服务器允许你做的事。</translation>
    </message>
    <message>
        <source>They are signed in nowhere.</source>
        <translation>对方没有在任何地方登录。</translation>
    </message>
    <message>
        <source>Last active: %1</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>最近活动：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>For the whole program. Each change holds at once.</source>
        <translation>适用于整个程序，更改立即生效。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ShortcutsPanel</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Current page</source>
        <translation>当前页面</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInAgainPage</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>以后再说(&amp;N)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInNotices</name>
    <message>
        <source>There is news. Unlock Latchkey to see it.</source>
        <translation>有新消息。解锁 Latchkey 后可查看。</translation>
    </message>
    <message>
        <source>Somebody signed in as %1.</source>
        <comment>%1 is an e-mail address</comment>
        <translation>有人以 %1 登录。</translation>
    </message>
    <message>
        <source>Was it you?</source>
        <translation>是你吗？</translation>
    </message>
    <message>
        <source>It was me</source>
        <translation>是我</translation>
    </message>
    <message>
        <source>It wasn&apos;t me</source>
        <translation>不是我</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signed in. Keeping the proof of it safe…</source>
        <translation>已登录。正在安全保存凭证…</translation>
    </message>
    <message>
        <source>With your account on this computer.</source>
        <translation>使用你在这台计算机上的账户。</translation>
    </message>
    <message>
        <source>With your account on %1.</source>
        <comment>%1 is a server</comment>
        <translation>使用你在 %1 的账户。</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>%1 Your pages wait as you left them.</source>
        <comment>%1 is a sentence</comment>
        <translation>%1你的页面保持原样，等你回来。</translation>
    </message>
    <message>
        <source>Your new password is set, and all sessions of the account have ended. Sign in with it.</source>
        <translation>新密码已设置，账户的所有会话都已结束。请用新密码登录。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Trouble signing in?</source>
        <translation>登录遇到问题？(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Trust this device for 30 days</source>
        <translation>信任此设备 30 天(&amp;T)</translation>
    </message>
    <message>
        <source>Until then only your password is asked for here. You can take it back in Security.</source>
        <translation>在此期间，这里只要求输入密码。你可以在“安全”页面撤销。</translation>
    </message>
    <message>
        <source>Back to the &amp;password</source>
        <translation>返回密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Forgot your password?</source>
        <translation>忘记密码？(&amp;F)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;E-mail or user name</source>
        <translation>电子邮件或用户名(&amp;E)</translation>
    </message>
    <message>
        <source>Use another &amp;account</source>
        <translation>使用其他账户(&amp;A)</translation>
    </message>
    <message>
        <source>Continue with %1</source>
        <comment>%1 is an identity provider</comment>
        <translation>使用 %1 继续</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>返回(&amp;K)</translation>
    </message>
    <message>
        <source>An account with this address exists already. Sign in to it once with its password; %1 will sign in to it from then on.</source>
        <comment>%1 is an identity provider</comment>
        <translation>已有使用此地址的账户。请先用它的密码登录一次；之后就可以用 %1 登录它。</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t connect them</source>
        <translation>不要连接(&amp;D)</translation>
    </message>
    <message>
        <source>Or without a password:</source>
        <translation>或者不用密码：</translation>
    </message>
    <message>
        <source>Use the &amp;password instead</source>
        <translation>改用密码(&amp;P)</translation>
    </message>
    <message>
        <source>E-&amp;mail me a code instead</source>
        <translation>改为用电子邮件给我发送验证码(&amp;M)</translation>
    </message>
    <message>
        <source>Your new password is set. Sign in with it.</source>
        <translation>新密码已设置。请用它登录。</translation>
    </message>
    <message>
        <source>This server lets in whom Google vouches for, but has no way for a program to ask Google. If you have a token that Google made for this server, paste it here.</source>
        <translation>此服务器允许使用 Google 登录，但没有提供让程序向 Google 发起请求的方式。如果你有 Google 为此服务器签发的令牌，请粘贴到这里。</translation>
    </message>
    <message>
        <source>&amp;ID token</source>
        <translation>ID 令牌(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>代码(&amp;C)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInQuestions</name>
    <message numerus="yes">
        <source>%n more sign-in(s) wait for your answer under Access.</source>
        <translation>
            <numerusform>还有 %n 次登录在“登录管理”中等待你确认。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInRow</name>
    <message>
        <source>Signed in: %1</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>登录：%1</translation>
    </message>
    <message>
        <source>It &amp;was me</source>
        <translation>是我(&amp;W)</translation>
    </message>
    <message>
        <source>It was&amp;n&apos;t me</source>
        <translation>不是我(&amp;N)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignUpPage</name>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>On this server.</source>
        <translation>在这台服务器上。</translation>
    </message>
    <message>
        <source>On %1.</source>
        <comment>%1 is a server&apos;s name</comment>
        <translation>在 %1 上。</translation>
    </message>
    <message>
        <source>The first account of this server becomes its administrator.</source>
        <translation>这台服务器的第一个账户将成为管理员。</translation>
    </message>
    <message>
        <source>The server printed it when it was started for the first time.</source>
        <translation>服务器首次启动时会显示它。</translation>
    </message>
    <message>
        <source>Set-up co&amp;de</source>
        <translation>初始设置码(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>电子邮件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Create account</source>
        <translation>创建账户(&amp;C)</translation>
    </message>
    <message>
        <source>On this computer.</source>
        <translation>在这台计算机上。</translation>
    </message>
    <message>
        <source>Show that the address is yours</source>
        <translation>证明这是你的地址</translation>
    </message>
    <message>
        <source>Your account is made as soon as you have typed the code.</source>
        <translation>输入验证码后，你的账户就会创建。</translation>
    </message>
    <message>
        <source>Back to the &amp;form</source>
        <translation>返回表单(&amp;F)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StrengthMeter</name>
    <message>
        <source>Very weak</source>
        <translation>非常弱</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>很好</translation>
    </message>
    <message>
        <source>A few unrelated words make a good password.</source>
        <translation>用几个互不相关的词就能组成好密码。</translation>
    </message>
    <message>
        <source>Very easy to guess. Try a few unrelated words.</source>
        <translation>非常容易猜到。试试几个不相关的词。</translation>
    </message>
    <message>
        <source>Still too easy to guess. Add another word or two.</source>
        <translation>仍然太容易猜到。请再加一两个词。</translation>
    </message>
    <message>
        <source>Password strength</source>
        <translation>密码强度</translation>
    </message>
    <message>
        <source>Password strength: %1</source>
        <translation>密码强度：%1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TierCard</name>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Another &amp;plan</source>
        <translation>其他套餐(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Set the plan</source>
        <translation>设置套餐(&amp;S)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ToastRow</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what can be done, and for how many seconds yet</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TrustedCard</name>
    <message>
        <source>This device is asked for the second factor again.</source>
        <translation>此设备将再次要求第二重验证。</translation>
    </message>
    <message>
        <source>Trusted devices</source>
        <translation>受信任的设备</translation>
    </message>
    <message>
        <source>Every device is asked for the second factor. When you sign in, you can trust a device for 30 days.</source>
        <translation>每台设备都需要第二重验证。登录时，你可以选择信任设备 30 天。</translation>
    </message>
    <message>
        <source>Signing in on these asks only for your password.</source>
        <translation>在这些设备上登录只需要密码。</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TrustedRow</name>
    <message>
        <source>Trusted: %1, from %2. Ends: %3.</source>
        <comment>%1 and %3 are times like &apos;in 5 minutes&apos;, %2 is an IP address</comment>
        <translation>信任时间：%1，来自 %2。到期：%3。</translation>
    </message>
    <message>
        <source>Stop trusting</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>Stop trusting %1</source>
        <comment>%1 is a device</comment>
        <translation>不再信任 %1</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::TypedConfirmation</name>
    <message>
        <source>&amp;Type “%1” to confirm</source>
        <comment>the name of what it is</comment>
        <translation>输入“%1”以确认(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::UpgradeCard</name>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>With the plan %1 you may use more. You can&apos;t go back.</source>
        <comment>a plan&apos;s name</comment>
        <translation>使用套餐“%1”可以用得更多。升级后无法退回。</translation>
    </message>
    <message>
        <source>&amp;Upgrade for good</source>
        <translation>永久升级(&amp;U)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::VisitPanel</name>
    <message>
        <source>Continue with %1</source>
        <comment>%1 is an identity provider</comment>
        <translation>使用 %1 继续</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>请确认是你本人</translation>
    </message>
    <message>
        <source>Confirm that it is you: sign in once more where you always do. Then what you asked for goes on by itself.</source>
        <translation>请确认是你本人：在你平时登录的地方再登录一次，之后你要求的操作会自动继续。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>latchkey::ui::WirePanel</name>
    <message>
        <source>Somebody answers there, but does not say which account API is spoken. If you know it, choose it here; else ask the one who runs the server.</source>
        <translation>那里有服务器应答，但没有说明它使用哪种账户接口。如果你知道，请在这里选择；不知道的话，请询问管理这台服务器的人。</translation>
    </message>
    <message>
        <source>Account A&amp;PI</source>
        <translation>账户接口(&amp;P)</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>&amp;Version of the API</source>
        <translation>接口版本(&amp;V)</translation>
    </message>
</context>
</TS>
