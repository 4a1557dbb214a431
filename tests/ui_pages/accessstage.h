#pragma once

#include "access/accessmodel.h"
#include "access/accesspage.h"
#include "pagestage.h"

#include <QTreeView>

namespace latchkey::test {

/// An account whose sessions are to be seen.
struct OpenAccess
{
    explicit OpenAccess(const QList<api::Session> &sessions)
        : account(stage.open(sessions))
        , store(*stage.accounts.sessions(account.id()))
    {}
    explicit OpenAccess()
        : account(stage.open(stage.sample()))
        , store(*stage.accounts.sessions(account.id()))
    {}

    ui::AccessPage *page(bool isServed = true)
    {
        auto *made = stage.show(new ui::AccessPage(account, store, stage.clock, stage.toast));
        if (isServed)
            stage.serve(stage.sample(), Stage::user());
        return made;
    }

    PageStage stage;
    account::Account &account;
    account::SessionStore &store;
};

/// Their ids as a model has them, with a stroke after each group.
inline QStringList shown(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row)
            rows.append(model.index(row, 0, parent).data(ui::AccessModel::IdRole).toString());
        rows.append(u"/"_s);
    }
    return rows;
}

inline QTreeView *treeOf(const QWidget *page)
{
    return page->findChild<QTreeView *>();
}

} // namespace latchkey::test
