#include "credentials/newpasswordfield.h"

#include "api/passwordrules.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"
#include "kit/strengthmeter.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace std::chrono_literals;

NewPasswordField::NewPasswordField(QWidget *parent)
    : QWidget(parent)
    , m_password(new PasswordEdit)
    , m_field(new FormField(m_password))
    , m_strength(new StrengthMeter)
{
    setFocusProxy(m_password);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addWidget(m_field);
    layout->addWidget(m_strength);
    m_pause.setInterval(150ms);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &NewPasswordField::judge);
    connect(m_password, &PasswordEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_password, &PasswordEdit::textChanged, this, &NewPasswordField::textChanged);
    connect(m_password, &PasswordEdit::submitted, this, &NewPasswordField::submitted);
    retranslate();
    judge();
}

void NewPasswordField::setLabel(const QString &label)
{
    m_field->setLabel(label);
}

void NewPasswordField::setPolicy(const api::PasswordPolicy &policy)
{
    m_policy = policy;
    judge();
    retranslate();
}

void NewPasswordField::setAboutThePerson(const QStringList &about)
{
    m_about = about;
    m_pause.start();
}

Secret NewPasswordField::secret() const
{
    return m_password->secret();
}

bool NewPasswordField::isEmpty() const
{
    return m_password->isEmpty();
}

void NewPasswordField::clear()
{
    m_password->clear();
    judge();
}

void NewPasswordField::setReadOnly(bool isReadOnly)
{
    m_password->line()->setReadOnly(isReadOnly);
}

void NewPasswordField::setError(const std::optional<Error> &error)
{
    m_field->setError(error ? passwordWordsOf(*error, m_policy.minLength, m_policy.maxLength)
                            : QString());
}

void NewPasswordField::judge()
{
    const int enough = static_cast<int>(m_policy.minScore);
    const std::optional<int> score =
        isEmpty() ? std::nullopt : api::passwordScore(api::normalPassword(secret()), m_about);
    m_strength->setScore(score.value_or(-1), enough);
}

void NewPasswordField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NewPasswordField::retranslate()
{
    m_field->setHint(tr("At least %n character(s), and not easy to guess.", nullptr,
                        static_cast<int>(m_policy.minLength)));
}

} // namespace latchkey::ui
