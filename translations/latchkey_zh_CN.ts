<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ConnectPanel</name>
    <message>
        <source>Type the address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the address of a server. It looks like account.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without encryption everybody on the way could read your password. Use an address that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server has this name. Is it typed right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer is there, but no server answers on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no network now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers there, but it is no account server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server speaks no account API that Latchkey knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server has expired. Ask the one who runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server is not valid yet. Is the clock of this computer right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server belongs to another name. Somebody may be standing in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server was withdrawn. Do not connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody vouches for the certificate of this server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Use at least 8 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most 128 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is too easy to guess. Add another unrelated word or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an e-mail address. It looks like name@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address belongs to an account already. If it is yours, sign in instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long. Please shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This label is too long. Please shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too short. Please add to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long. Please shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is too small or too large. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contains a character that can&apos;t be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has a form that the server does not take. Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this choice. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server is older than Latchkey and does not know all of this. Update the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not read what was sent. Update Latchkey and the server to versions that go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address can&apos;t be used to sign up. If it is yours, sign in instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server takes no new accounts. Ask whoever runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the set-up code. It was printed where the server was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the set-up code. It was printed where the server was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the address of a server. It looks like accounts.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address would send your password unprotected. Use one that begins with https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail and password don&apos;t go together. Check both and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the password. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is wrong or too old. Sign in again to get another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many tries. Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account signs in in a way that Latchkey does not know yet. Sign in on the server&apos;s own site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has been ended. Sign in again to go on; nothing you typed is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session is no longer there. Refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That it is you could not be proven. Try again; nothing you typed is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, because the password was not entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Compare both and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose for each line which one to keep, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This belongs to another account. Sign in with that one to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time to take this back is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time to take this back is over. Sign in there again instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only whoever ended this session can take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no server of this name. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no network. What you see was loaded earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server can&apos;t be reached from this network. Check the network, a VPN or the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check it, or ask whether the server is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check it and the network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not let the connection through. Check the proxy in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no proxy of this name. Check the proxy in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy does not answer. Check the proxy in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy broke the connection. Try again, or check the proxy in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password. Enter them in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired. Whoever runs it must renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet. Check this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate belongs to another name. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for this server&apos;s certificate. If you run the server, add the certificate in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate has been withdrawn. Do not sign in; ask whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No protected connection could be made. Ask whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not a web server. Check the address and the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers at this address, but it is no account server that Latchkey knows. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer was too large to be right. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server can&apos;t do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has too much to do right now. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is being restarted. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase of the file. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file is locked. Enter its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file is damaged. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain. Choose in Settings where to keep secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not let Latchkey in. Allow it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer. It may be waiting for you in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept to sign in with. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is on the list already. Switch to it in the sidebar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of profiles could not be read. It was set aside, not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Latchkey is using the profiles. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profiles were written by a newer Latchkey. Update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Check the folder&apos;s permissions and the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was written by a newer Latchkey. Update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove that it is you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer that makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes too long to answer. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was cancelled before it was done. Start it again if you need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out. Sign in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account is not allowed to do this. Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer there. Refresh to see what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else was first. Look at what has changed and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this. Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server failed at this. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey does not understand the server&apos;s answer. Check the address, or update Latchkey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, so there is nothing to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is no longer there. Refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has changed meanwhile. Refresh it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out here, but the server could not be told. End this session from another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not do it. Unlock it, or choose in Settings another place for secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file could not be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file could not be written. Check the folder&apos;s permissions and the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer could not make a safe secret. Restart it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is no longer on the list. Add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account&apos;s entry could not be read. Add the account again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings could not be read and were set aside. Latchkey starts with the usual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of database can&apos;t be used. Choose a file on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database could not be brought to this version and was left as it was. Restore a backup, or ask for help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go between sidebar and page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::app::Desktop</name>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccessDelegate</name>
    <message>
        <source>Name of this device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccessModel</name>
    <message>
        <source>Being changed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program and system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires or ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccessPage</name>
    <message>
        <source>Your sessions are shown as soon as the server can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccessView</name>
    <message>
        <source>No session matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here holds all of these words: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading your sessions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wherever you sign in, it will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t see the sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sessions could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every place where your account is signed in, or was lately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wasn&apos;t me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountBars</name>
    <message>
        <source>This session was signed out at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session was ended at %1 from another of your sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session was ended at %1: it was marked as not yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session was ended at %1 because the password was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session expired at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server no longer accepts this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain now, so the session kept there can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session is kept behind a lock that has to be opened first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain refused to hand out your session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session could not be saved. It works until the program ends; then you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked, so your session could not be saved. It works until the program ends; then you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain refused to save your session. It works until the program ends; then you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer, so your session is not saved. It works until the program ends; then you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline. What you see is as of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AppearanceCard</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::BusyIndicator</name>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChangesCard</name>
    <message>
        <source>Changed elsewhere meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose for each line whose stands. Nothing is saved before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is saved before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ChoicePanel</name>
    <message>
        <source>Connect to a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account is, or shall be, on a server whose address you know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey is the server itself. Nothing leaves this computer, and no network is needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CodeField</name>
    <message>
        <source>Six-digit code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CodeStep</name>
    <message>
        <source>Type the code that your authenticator app shows now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type one of the recovery codes that you saved. Each works once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code that was sent to your e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code that was sent to your phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove it another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code by text message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CommandPalette</name>
    <message numerus="yes">
        <source>%n command(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, action, profile or session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has these letters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ConnectPanel</name>
    <message>
        <source>Version %1, account API: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of %1, made by %2, valid until %3. Ask the one who runs the server for its fingerprint. Trust it only if every character is the same:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted, but nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted. You chose to trust this certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted. An authority that your system trusts vouches for the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account.example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied. It leaves the clipboard in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::DiagnosticsCard</name>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whoever helps you. What you see here is what is copied; secrets are never in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out names, addresses and paths</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EmailStep</name>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EndOthersBar</name>
    <message>
        <source>Everywhere but on this device you will be signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>End %n session(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::FirstStartPage</name>
    <message>
        <source>Welcome to Latchkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where shall your session be kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is your account?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey finds out by itself what kind of server it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the server inside this program…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have an account already: sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have no account yet: create one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::HomePage</name>
    <message>
        <source>You are signed in as %1.</source>
        <comment>%1 is an e-mail address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are an administrator of this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has signed in yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading your sign-ins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-ins are shown as soon as the server can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more sign-in(s) wait for your answer under Access.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer was not saved. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out: %1. Change your password if you don&apos;t know who it was.</source>
        <comment>%1 is the name of a device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be taken back. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sign-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in %1. Ends %2.</source>
        <comment>a time like &apos;5 minutes ago&apos;, a time like &apos;in 3 days&apos;</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::IdentityCard</name>
    <message>
        <source>Verified: mail to this address reaches you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For mail from this server. What this program speaks is in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your initials</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::KeepSecretPanel</name>
    <message>
        <source>This computer has no keychain in which your session could be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this computer is locked. Unlock it and try again, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain refused to keep your session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer. Perhaps it waits for you in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain could not keep your session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the passphrase of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping your session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the keychain again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encrypted file keeps you signed in. You type its passphrase at each start of the program; nobody can recover it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in an encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or keep nothing: you stay signed in until the program ends, and sign in again then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MainWindow</name>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out here, but the server could not be told. There the session stays until it expires or you end it from another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a page by its place in the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a person on a server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Latchkey</source>
        <comment>title of a page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NavigationButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a page and its keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NetworkCard</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS 5 proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Up to %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type the name or address of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For accounts that are added from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or address of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name at the proxy, where it asks for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where asking twice can do no harm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PaletteModel</name>
    <message>
        <source>%1, %2</source>
        <comment>a command and its kind</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PasswordCard</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s), and not easy to guess.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep other devices signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PasswordEdit</name>
    <message>
        <source>Hide password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PasswordStep</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::PreferenceCard</name>
    <message>
        <source>This holds until the program ends, but it could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfilePage</name>
    <message>
        <source>Your profile could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading your profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your profile is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your profile was not saved. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password is changed. Other devices were signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password was not changed. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this server knows of you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfileRow</name>
    <message>
        <source>Session kept in the keychain of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session kept in an encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session kept until the program ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a person on a server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Signed out and removed from this computer in %n second(s). The account stays on its server.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo removing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfileSwitcher</name>
    <message>
        <source>No account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a person on a server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile: %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfilesCard</name>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account in this program yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProofPanel</name>
    <message>
        <source>Confirm that it is you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm that it is you. Then what you asked for goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProtectionCard</name>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your e-mail address is verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your e-mail address is not verified yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You know of every sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in(s) wait for your answer.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed in nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You are signed in on %n other device(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RecentModel</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>a device, its address, when it signed in</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ReviewCard</name>
    <message>
        <source>Was it you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signed in %2.</source>
        <comment>a device, a time like &apos;5 minutes ago&apos;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wasn&apos;t me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionActs</name>
    <message>
        <source>The name was not changed. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <comment>%1 is the name of a device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was not ended. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ended</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The sessions were not ended. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer was not saved. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended: %1. Change your password if you don&apos;t know who it was.</source>
        <comment>%1 is the name of a device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in again: %1</source>
        <comment>%1 is the name of a device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be taken back. %1</source>
        <comment>%1 says why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionDetails</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a session to see all that is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program and system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it you who signed in here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wasn&apos;t me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionWords</name>
    <message>
        <source>This device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a program on a system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended from this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended from another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended from %1</source>
        <comment>%1 is the name of a device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said on this device that it wasn&apos;t you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said on another device that it wasn&apos;t you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said on %1 that it wasn&apos;t you</source>
        <comment>%1 is the name of a device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended because the password was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the whole program. Each change holds at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ShortcutsPanel</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInAgainPage</name>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages wait as you left them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInPage</name>
    <message numerus="yes">
        <source>Too many tries. Try again in %n s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your account on %1.</source>
        <comment>%1 is a server&apos;s address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in. Keeping the proof of it safe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInWords</name>
    <message>
        <source>Unknown program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a program on a system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>%1 is an IP address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>a program on a system, an IP address</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignUpPage</name>
    <message numerus="yes">
        <source>Too many tries. Try again in %n s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1.</source>
        <comment>%1 is a server&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first account of this server becomes its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set-up code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server printed it when it was started for the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s), and not easy to guess.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Create account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StateBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::StrengthMeter</name>
    <message>
        <source>Very weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few unrelated words make a good password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very easy to guess. Try a few unrelated words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still too easy to guess. Add another word or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password strength: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ui::Toast</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what can be done, and for how many seconds yet</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
