#include "printing/systemprinting.h"

#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>

namespace latchkey::ui {

Result<Nothing> SystemPrinting::ask(QWidget &asker, const Paint &paint)
{
    auto printer = std::make_shared<QPrinter>();
    auto *dialog = new QPrintDialog(printer.get(), &asker);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // While a list of files that begin alike is open, Enter closes that, and prints nothing.
    for (QLineEdit *line : dialog->findChildren<QLineEdit *>())
        line->setCompleter(nullptr);
    QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), &asker,
                     [printer, paint] { paint(*printer, printer->outputFileName()); });
    dialog->open();
    return Nothing();
}

} // namespace latchkey::ui
