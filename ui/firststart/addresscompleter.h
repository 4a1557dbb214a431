#pragma once

#include "account/connectflow.h"

class QCompleter;

namespace latchkey::ui {

/// Offers the addresses of vendors' own servers as soon as a part of one is typed.
QCompleter *addressCompleter(const QList<account::WireOffer> &offers, QObject *parent);

} // namespace latchkey::ui
