#pragma once

#include "api/sessions.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class AccessModel;
class BusyIndicator;
class BusyState;
class EmptyState;
class EndOthersBar;
class FoldingSplitter;
class MessageBar;
class PageHeader;
class SessionDetails;
class SessionTree;

/// How the page is laid out and what the hands can do on it. Knows no store and asks for nothing:
/// it tells what the person wants.
class AccessView final : public QWidget
{
    Q_OBJECT

public:
    /// What stands where the list stands.
    enum class Showing { List, Loading, NoneYet, SignedOut, Locked, Offline, NotAllowed, Failed };

    AccessView(AccessModel &model, const Clock &clock, QWidget *parent = nullptr);

    void setShowing(Showing showing, const QString &why = {});
    void setBusy(bool isBusy);
    /// Stands above the list, which stays. An empty one goes away.
    void setMessage(const QString &words);
    /// How many sessions "End all others" would end; nothing: it is not offered.
    void setOtherCount(std::optional<int> count);
    /// Names that were typed and could not be saved.
    void setUnsent(const QHash<api::SessionId, QString> &labels);
    void retellTimes();
    void tellSelected();
    void select(const api::SessionId &id);
    const QList<QAction *> &sortActions() const;

    QByteArray arrangement() const;
    void arrange(const QByteArray &arrangement);

Q_SIGNALS:
    void endRequested(const latchkey::api::SessionId &id);
    void reviewRequested(const latchkey::api::SessionId &id, latchkey::api::Verdict verdict);
    void reinstateRequested(const latchkey::api::SessionId &id);
    void endOthersRequested();
    void resendRequested(const latchkey::api::SessionId &id);
    void forgetRequested(const latchkey::api::SessionId &id);
    /// An API session's labels, end, or secret.
    void changeRequested();
    void reloadRequested();
    void arrangementChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildPlaces();
    void listen();
    void filter();
    void settlePlace();
    void retranslate();
    void tellEmpty();

    AccessModel &m_model;
    Showing m_showing = Showing::Loading;
    QString m_why;
    QHash<api::SessionId, QString> m_unsent;

    PageHeader *m_header;
    BusyIndicator *m_busy;
    QLineEdit *m_filter;
    QPushButton *m_endOthers;
    EndOthersBar *m_confirm;
    MessageBar *m_message;
    SessionTree *m_tree;
    SessionDetails *m_details;
    FoldingSplitter *m_splitter;
    EmptyState *m_empty;
    BusyState *m_loading;
    QStackedLayout *m_places = nullptr;
};

} // namespace latchkey::ui
