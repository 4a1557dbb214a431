#include "account/preferences.h"
#include "account/profiles.h"
#include "base/filelock.h"
#include "support/testrunner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace Qt::StringLiterals;

namespace {

Profile profile(const QString &id)
{
    return {.id = ProfileId(id), .server = {.url = QUrl(u"https://one.example"_s)}};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// JSON with ' for ", which moc reads without getting lost.
QByteArray quoted(const QByteArray &json)
{
    return QByteArray(json).replace('\'', '"');
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class ProfilesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_file;

private Q_SLOTS:
    void init()
    {
        m_file = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".json"_s);
    }

    void manyStandSideBySide()
    {
        Profiles profiles(m_file);
        QVERIFY(profiles.load());
        QSignalSpy added(&profiles, &Profiles::profileAdded);
        Profile a = profile(u"a"_s);
        a.server.proxy = {.kind = ProxyChoice::Kind::Socks5, .host = u"p"_s, .port = 1080};
        a.keeping = KeepingPlace::File;
        a.lastUsed = Timestamp(std::chrono::milliseconds(1'800'000'000'000));
        QVERIFY(profiles.add(a));
        QVERIFY(profiles.add(profile(u"b"_s)));
        QVERIFY(!profiles.add(a));
        QCOMPARE(added.size(), 2);

        Profiles again(m_file);
        QVERIFY(again.load());
        QCOMPARE(again.all().size(), 2);
        QVERIFY(again.find(a.id) == a);
    }

    void aBrokenFileIsSetAsideAndNamed()
    {
        put(m_file, "{ not json");
        Profiles profiles(m_file);
        const auto loaded = profiles.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, u"profilesBroken"_s);
        QVERIFY2(loaded.error().kind != Error::Kind::Server, "no server has a part in it");
        QCOMPARE(contentOf(loaded.error().detail), QByteArray("{ not json"));
        QVERIFY(profiles.add(profile(u"a"_s)));
        QCOMPARE(contentOf(loaded.error().detail), QByteArray("{ not json"));
    }

    void aNewerFileIsLeftAlone()
    {
        const QByteArray newer = quoted("{'version': 2, 'profiles': []}");
        put(m_file, newer);
        Profiles profiles(m_file);
        QCOMPARE(profiles.load().error().code, u"profilesTooNew"_s);
        QVERIFY(!profiles.add(profile(u"a"_s)));
        QCOMPARE(contentOf(m_file), newer);
    }

    void unknownFieldsAndUnreadableEntriesStay()
    {
        put(m_file, quoted("{'version': 1, 'later': 7, 'profiles': ["
                           "{'id': 'a', 'server': 'https://one.example', 'colour': 'red'},"
                           "{'id': '../x'}]}"));
        Profiles profiles(m_file);
        QCOMPARE(profiles.load().error().code, u"profileUnreadable"_s);
        Profile a = *profiles.find(ProfileId(u"a"_s));
        a.name = u"Ada"_s;
        QVERIFY(profiles.update(a));
        const QByteArray written = contentOf(m_file);
        for (const char *part : {"later", "colour", "red", "../x", "Ada"})
            QVERIFY2(written.contains(part), part);
    }

    void twoProgramsDoNotUndoEachOther()
    {
        Profiles one(m_file);
        Profiles two(m_file);
        QVERIFY(one.load());
        QVERIFY(two.load());
        QVERIFY(one.add(profile(u"a"_s)));
        QSignalSpy added(&two, &Profiles::profileAdded);
        QVERIFY(two.add(profile(u"b"_s)));
        QCOMPARE(added.size(), 2);
        QVERIFY(one.remove(ProfileId(u"a"_s)));
        QCOMPARE(one.all().size(), 1);
        QCOMPARE(one.all().first().id.text(), u"b"_s);
    }

    void aFileThatVanishedTakesNothingWithIt()
    {
        Profiles profiles(m_file);
        QVERIFY(profiles.add(profile(u"a"_s)));
        QVERIFY(profiles.add(profile(u"b"_s)));
        QVERIFY(QFile::remove(m_file));
        QSignalSpy removed(&profiles, &Profiles::profileRemoved);
        Profile a = *profiles.find(ProfileId(u"a"_s));
        a.name = u"Ada"_s;
        QVERIFY(profiles.update(a));
        QCOMPARE(removed.size(), 0);
        Profiles again(m_file);
        QVERIFY(again.load());
        QCOMPARE(again.all().size(), 2);
        QCOMPARE(again.find(a.id)->name, u"Ada"_s);
    }

    void whatAnotherProgramRemovedStaysRemoved()
    {
        Profiles one(m_file);
        QVERIFY(one.add(profile(u"a"_s)));
        Profiles two(m_file);
        QVERIFY(two.load());
        QVERIFY(two.remove(ProfileId(u"a"_s)));
        QSignalSpy removed(&one, &Profiles::profileRemoved);
        Profile renamed = profile(u"a"_s);
        renamed.name = u"Ada"_s;
        const auto updated = one.update(renamed);
        QVERIFY(!updated);
        QCOMPARE(updated.error().code, u"noSuchProfile"_s);
        QCOMPARE(removed.size(), 1);
        Profiles again(m_file);
        QVERIFY(again.load());
        QVERIFY(again.all().isEmpty());
    }

    void anotherWriterIsNotWaitedForLong()
    {
        Profiles profiles(m_file);
        const auto writer = FileLock::take(m_file + u".lock"_s);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(profiles.add(profile(u"a"_s)).error().code, u"profilesInUse"_s);
        QVERIFY(timer.elapsed() < 400);
    }

    void preferencesThatCanNotBeReadStayWhereTheyAre()
    {
        QVERIFY(QDir().mkpath(m_file)); // whoever runs this, it can't be read as a file
        PreferencesStore store(m_file);
        QCOMPARE(store.load().error().code, u"unreadableFile"_s);
        QVERIFY(QFileInfo(m_file).isDir());
    }

    void whatCanNotBeWrittenHasNotChanged()
    {
        Profiles profiles(u"/proc/nowhere/profiles.json"_s);
        QVERIFY(!profiles.add(profile(u"a"_s)));
        QVERIFY(profiles.all().isEmpty());
    }

    void preferencesKeepWhatTheyDoNotKnow()
    {
        put(m_file, quoted("{'theme': 'dark', 'retries': 99, 'density': 3, 'later': true}"));
        PreferencesStore store(m_file);
        QVERIFY(store.load());
        QCOMPARE(store.current().theme, Theme::Dark);
        QCOMPARE(store.current().retries, 5);
        QCOMPARE(store.current().density, Density::Comfortable);
        Preferences preferences = store.current();
        preferences.language = api::Language::Chinese;
        preferences.signInNotices = false;
        QSignalSpy changed(&store, &PreferencesStore::changed);
        QVERIFY(store.set(preferences));
        QCOMPARE(changed.size(), 1);
        PreferencesStore again(m_file);
        QVERIFY(again.load());
        QVERIFY(again.current() == preferences);
        QVERIFY(contentOf(m_file).contains("later"));
    }
};

LATCHKEY_TEST(ProfilesTest)

#include "tst_profiles.moc"
