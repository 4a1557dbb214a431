#include "firststart/addresscompleter.h"

#include "kit/wirewords.h"

#include <QCompleter>
#include <QStandardItemModel>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int addressRole = Qt::UserRole;

} // namespace

QCompleter *addressCompleter(const QList<account::WireOffer> &offers, QObject *parent)
{
    auto *completer = new QCompleter(parent);
    auto *known = new QStandardItemModel(completer);
    for (const account::WireOffer &offer : offers) {
        for (const QString &address : offer.addresses) {
            auto *item = new QStandardItem(u"%1: %2"_s.arg(wirewords::title(offer.name), address));
            item->setData(address, addressRole);
            known->appendRow(item);
        }
    }
    completer->setModel(known);
    completer->setCompletionRole(addressRole);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    return completer;
}

} // namespace latchkey::ui
