<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ErrorWords</name>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n character(s).</source>
        <translation>
            <numerusform>Use at most %n character.</numerusform>
            <numerusform>Use at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AccountsPage</name>
    <message numerus="yes">
        <source>The first %n account(s). Scroll down for more.</source>
        <translation>
            <numerusform>The first %n account. Scroll down for more.</numerusform>
            <numerusform>The first %n accounts. Scroll down for more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) in all.</source>
        <translation>
            <numerusform>%n account in all.</numerusform>
            <numerusform>%n accounts in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ActingForm</name>
    <message numerus="yes">
        <source>%n more character(s), at least.</source>
        <translation>
            <numerusform>%n more character, at least.</numerusform>
            <numerusform>%n more characters, at least.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever owns the account reads it. At least %n character(s).</source>
        <translation>
            <numerusform>Whoever owns the account reads it. At least %n character.</numerusform>
            <numerusform>Whoever owns the account reads it. At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ActingTurns</name>
    <message numerus="yes">
        <source>Acting on behalf of %1, %n minute(s) left.</source>
        <comment>%1 is a person</comment>
        <translation>
            <numerusform>Acting on behalf of %1, %n minute left.</numerusform>
            <numerusform>Acting on behalf of %1, %n minutes left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::AdjustingCard</name>
    <message numerus="yes">
        <source>Whoever owns the account reads it. At least %n character(s).</source>
        <translation>
            <numerusform>Whoever owns the account reads it. At least %n character.</numerusform>
            <numerusform>Whoever owns the account reads it. At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CodeForm</name>
    <message numerus="yes">
        <source>%1 The code works for %n minute(s).</source>
        <comment>%1 is a sentence</comment>
        <translation>
            <numerusform>%1 The code works for %n minute.</numerusform>
            <numerusform>%1 The code works for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::CommandPalette</name>
    <message numerus="yes">
        <source>%n command(s) found</source>
        <translation>
            <numerusform>%n command found</numerusform>
            <numerusform>%n commands found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EarlierCard</name>
    <message numerus="yes">
        <source>%n sign-in(s) from before you signed in here, and nobody has said whose. There is nothing to do where you know the device.</source>
        <translation>
            <numerusform>This sign-in is older than yours here, and nobody has said whose it is. If you know the device, there is nothing to do.</numerusform>
            <numerusform>These %n sign-ins are older than yours here, and nobody has said whose they are. If you know the devices, there is nothing to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more under Access.</source>
        <translation>
            <numerusform>%n more under Access.</numerusform>
            <numerusform>%n more under Access.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EndChoice</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EndOthersBar</name>
    <message numerus="yes">
        <source>En&amp;d %n session(s)</source>
        <translation>
            <numerusform>En&amp;d %n session</numerusform>
            <numerusform>En&amp;d %n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::EndedCard</name>
    <message numerus="yes">
        <source>%n more in Access</source>
        <translation>
            <numerusform>%n more in Access</numerusform>
            <numerusform>%n more in Access</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ForgottenCard</name>
    <message numerus="yes">
        <source>Signed out of everything in %n second(s).</source>
        <translation>
            <numerusform>Signed out of everything in %n second.</numerusform>
            <numerusform>Signed out of everything in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LockCard</name>
    <message numerus="yes">
        <source>After %n minute(s) without use</source>
        <translation>
            <numerusform>After %n minute without use</numerusform>
            <numerusform>After %n minutes without use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::LockedOutCard</name>
    <message numerus="yes">
        <source>Locked after %n failure(s), for %1 more.</source>
        <comment>%1 is e.g. &apos;43 seconds&apos;</comment>
        <translation>
            <numerusform>Locked after %n failure, for %1 more.</numerusform>
            <numerusform>Locked after %n failures, for %1 more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n failure(s).</source>
        <translation>
            <numerusform>Locked after %n failure.</numerusform>
            <numerusform>Locked after %n failures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NetworkCard</name>
    <message numerus="yes">
        <source>Up to %n time(s)</source>
        <translation>
            <numerusform>Up to %n time</numerusform>
            <numerusform>Up to %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::NewPasswordField</name>
    <message numerus="yes">
        <source>At least %n character(s), and not easy to guess.</source>
        <translation>
            <numerusform>At least %n character, and not easy to guess.</numerusform>
            <numerusform>At least %n characters, and not easy to guess.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProfileRow</name>
    <message numerus="yes">
        <source>Signed out and removed from this computer in %n second(s). The account stays on its server.</source>
        <translation>
            <numerusform>Signed out and removed from this computer in %n second. The account stays on its server.</numerusform>
            <numerusform>Signed out and removed from this computer in %n seconds. The account stays on its server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::ProtectionCard</name>
    <message numerus="yes">
        <source>%n sign-in(s) wait for your answer.</source>
        <translation>
            <numerusform>%n sign-in waits for your answer.</numerusform>
            <numerusform>%n sign-ins wait for your answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are signed in on %n other device(s).</source>
        <translation>
            <numerusform>You are signed in on %n other device.</numerusform>
            <numerusform>You are signed in on %n other devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody has confirmed %n earlier sign-in(s).</source>
        <translation>
            <numerusform>Nobody has confirmed %n earlier sign-in.</numerusform>
            <numerusform>Nobody has confirmed %n earlier sign-ins.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recovery code(s) left.</source>
        <translation>
            <numerusform>%n recovery code left.</numerusform>
            <numerusform>%n recovery codes left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n API session(s) were not used for 90 days.</source>
        <translation>
            <numerusform>%n API session was not used for 90 days.</numerusform>
            <numerusform>%n API sessions were not used for 90 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n API session(s) can use your account.</source>
        <translation>
            <numerusform>%n API session can use your account.</numerusform>
            <numerusform>%n API sessions can use your account.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::RecoveryCard</name>
    <message numerus="yes">
        <source>Only %n recovery code(s) left. Make new ones soon.</source>
        <translation>
            <numerusform>Only %n recovery code left. Make new ones soon.</numerusform>
            <numerusform>Only %n recovery codes left. Make new ones soon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recovery code(s) left, made: %1.</source>
        <comment>a time like &apos;5 minutes ago&apos;, or a date</comment>
        <translation>
            <numerusform>%n recovery code left, made: %1.</numerusform>
            <numerusform>%n recovery codes left, made: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SessionActs</name>
    <message numerus="yes">
        <source>%n session(s) ended</source>
        <translation>
            <numerusform>%n session ended</numerusform>
            <numerusform>%n sessions ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) signed in again</source>
        <translation>
            <numerusform>%n session signed in again</numerusform>
            <numerusform>%n sessions signed in again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ui::SignInQuestions</name>
    <message numerus="yes">
        <source>%n more sign-in(s) wait for your answer under Access.</source>
        <translation>
            <numerusform>%n more sign-in waits for your answer under Access.</numerusform>
            <numerusform>%n more sign-ins wait for your answer under Access.</numerusform>
        </translation>
    </message>
</context>
</TS>
