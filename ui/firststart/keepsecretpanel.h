#pragma once

#include "account/keepsecretstep.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class FormField;
class PasswordEdit;

/// Where the session shall be kept, when the keychain can't do it. Nothing is chosen for the
/// person.
class KeepSecretPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit KeepSecretPanel(account::KeepSecretStep &step, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void keepInFile();
    QString troubleWords() const;
    QString passphraseErrorWords() const;
    void follow();

    account::KeepSecretStep &m_step;
    bool m_isUnlike = false;  ///< the two passphrases were, when they were last submitted
    bool m_isMissing = false; ///< the same, for an empty one
    QLabel *m_why;
    QLabel *m_progress;
    QPushButton *m_again;
    QPushButton *m_nothing;
    QLabel *m_nothingMeans;
    QLabel *m_fileMeans;
    PasswordEdit *m_passphrase;
    FormField *m_passphraseField;
    PasswordEdit *m_repeat;
    FormField *m_repeatField;
    QPushButton *m_file;
};

} // namespace latchkey::ui
