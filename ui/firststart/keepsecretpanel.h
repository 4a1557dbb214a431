#pragma once

#include "account/keepsecretstep.h"

#include <optional>

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

class FormField;
class MessageBar;
class PasswordEdit;

/// Where the session shall be kept, when the keychain can't do it. Nothing is chosen for the
/// person, and at every moment they may give it up.
class KeepSecretPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit KeepSecretPanel(account::KeepSecretStep &step, QWidget *parent = nullptr);

    /// The session is kept, but what belongs to it could not be written.
    void showFailure(const std::optional<Error> &error);

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void keepInFile();
    QString passphraseErrorWords() const;
    void follow();
    void showChoices(bool isChoosing, bool isNew);
    void putFirst(bool isFile);
    QWidget *whatToFocus() const;

    account::KeepSecretStep &m_step;
    bool m_isUnlike = false;  ///< the two passphrases were, when they were last submitted
    bool m_isMissing = false; ///< the same, for an empty one
    bool m_hasChosen = false; ///< the choices were shown, and stay while one of them is tried
    bool m_wasChoosing = false;
    bool m_isFileFirst = false; ///< another try of the keychain would fail as the last one did
    std::optional<Error> m_failure;
    MessageBar *m_failed;
    QLabel *m_why;
    QLabel *m_progress;
    QWidget *m_choices;
    QVBoxLayout *m_column;
    QWidget *m_keychain;
    QPushButton *m_again;
    QPushButton *m_nothing;
    QLabel *m_nothingMeans;
    QLabel *m_fileMeans;
    PasswordEdit *m_passphrase;
    FormField *m_passphraseField;
    PasswordEdit *m_repeat;
    FormField *m_repeatField;
    QPushButton *m_file;
    QPushButton *m_cancel;
};

} // namespace latchkey::ui
