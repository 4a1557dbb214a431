#include "storage/sqlscript.h"

#include <QStringView>

namespace latchkey::storage {

using namespace Qt::StringLiterals;

namespace {

/// Walks a script once, from token to token.
class Splitter
{
public:
    explicit Splitter(QStringView script)
        : m_script(script)
    {}

    Result<QStringList> split()
    {
        while (m_at < m_script.size()) {
            if (auto read = token(); !read)
                return failure(std::move(read).error());
        }
        if (m_begin >= 0)
            return failure(broken(u"the last statement has no semicolon"_s));
        return m_statements;
    }

private:
    Result<Nothing> token()
    {
        const QChar c = m_script[m_at];
        if (c.isSpace())
            ++m_at;
        else if (rest().startsWith("--"_L1))
            skipTo(u"\n"_s);
        else if (rest().startsWith("/*"_L1))
            return comment();
        else if (c == u';')
            return endStatement();
        else if (c == u'\'' || c == u'"' || c == u'`')
            return quoted(c);
        else if (c == u'[')
            return quoted(u']');
        else if (c.isLetter() || c == u'_')
            word();
        else
            other();
        return Nothing();
    }

    QStringView rest() const { return m_script.mid(m_at); }

    bool skipTo(const QString &end)
    {
        const qsizetype found = m_script.indexOf(end, m_at);
        m_at = found < 0 ? m_script.size() : found + end.size();
        return found >= 0;
    }

    Result<Nothing> comment()
    {
        m_at += 2;
        return skipTo(u"*/"_s) ? Result<Nothing>() : failure(broken(u"a comment is left open"_s));
    }

    // A doubled quote is two quoted pieces side by side: the same text.
    Result<Nothing> quoted(QChar end)
    {
        markBegin();
        ++m_at;
        return skipTo(end) ? Result<Nothing>() : failure(broken(u"a quote is left open"_s));
    }

    void word()
    {
        markBegin();
        const qsizetype from = m_at;
        while (m_at < m_script.size() &&
               (m_script[m_at].isLetterOrNumber() || m_script[m_at] == u'_'))
            ++m_at;
        const QString text = m_script.mid(from, m_at - from).toString().toUpper();
        ++m_words;
        if (m_words <= 3 && text == "TRIGGER"_L1)
            m_isTrigger = true;
        if (m_isTrigger && (text == "BEGIN"_L1 || text == "CASE"_L1))
            ++m_depth;
        else if (m_isTrigger && text == "END"_L1)
            --m_depth;
    }

    void other()
    {
        markBegin();
        ++m_at;
    }

    void markBegin()
    {
        if (m_begin < 0)
            m_begin = m_at;
    }

    Result<Nothing> endStatement()
    {
        if (m_begin < 0)
            return failure(broken(u"a statement is empty"_s));
        if (m_depth > 0) {
            ++m_at;
            return Nothing();
        }
        m_statements << m_script.mid(m_begin, m_at - m_begin).toString();
        ++m_at;
        m_begin = -1;
        m_words = 0;
        m_isTrigger = false;
        return Nothing();
    }

    Error broken(const QString &detail) const
    {
        const auto line = m_script.left(m_at).count(u'\n') + 1;
        return Error::of(Error::Kind::Server, u"scriptBroken"_s,
                         u"line %1: %2"_s.arg(line).arg(detail));
    }

    QStringView m_script;
    qsizetype m_at = 0;
    qsizetype m_begin = -1;
    int m_words = 0;
    int m_depth = 0;
    bool m_isTrigger = false;
    QStringList m_statements;
};

} // namespace

Result<QStringList> splitScript(const QString &script)
{
    return Splitter(script).split();
}

} // namespace latchkey::storage
