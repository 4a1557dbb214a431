#include "kit/spokenbuttons.h"

#include "kit/mnemonic.h"

#include <QAccessibleWidget>
#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

/// Qt has such a one, which nobody can derive from; but for the name it does the same.
class SpokenButton final : public QAccessibleWidget
{
public:
    explicit SpokenButton(QAbstractButton *button)
        : QAccessibleWidget(button)
    {
        addControllingSignal(button->isCheckable() ? u"toggled(bool)"_s : u"clicked()"_s);
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name && widget()->accessibleName().isEmpty())
            return withoutMnemonic(button()->text());
        if (kind == QAccessible::Accelerator)
            return button()->shortcut().toString(QKeySequence::NativeText);
        return QAccessibleWidget::text(kind);
    }

    QAccessible::Role role() const override
    {
        if (hasMenu())
            return QAccessible::ButtonMenu;
        if (button()->isCheckable())
            return button()->autoExclusive() ? QAccessible::RadioButton : QAccessible::CheckBox;
        return QAccessible::Button;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        const auto *box = qobject_cast<const QCheckBox *>(button());
        const auto *push = qobject_cast<const QPushButton *>(button());
        state.checkable = button()->isCheckable();
        state.checked = button()->isChecked();
        state.checkStateMixed = box && box->checkState() == Qt::PartiallyChecked;
        state.pressed = button()->isDown();
        state.defaultButton = push && push->isDefault();
        state.hasPopup = hasMenu();
        return state;
    }

    QStringList actionNames() const override
    {
        QStringList names;
        if (widget()->isEnabled())
            names << (hasMenu()                 ? showMenuAction()
                      : button()->isCheckable() ? toggleAction()
                                                : pressAction());
        return names << QAccessibleWidget::actionNames();
    }

    void doAction(const QString &action) override
    {
        const bool isPress = action == pressAction() || action == showMenuAction();
        if (!widget()->isEnabled())
            return;
        if (isPress && hasMenu())
            qobject_cast<QPushButton *>(button())->showMenu();
        else if (isPress)
            button()->animateClick();
        else if (action == toggleAction())
            button()->toggle();
        else
            QAccessibleWidget::doAction(action);
    }

    QStringList keyBindingsForAction(const QString &action) const override
    {
        return action == pressAction() ? QStringList(button()->shortcut().toString())
                                       : QStringList();
    }

private:
    QAbstractButton *button() const { return qobject_cast<QAbstractButton *>(object()); }
    bool hasMenu() const
    {
        const auto *push = qobject_cast<const QPushButton *>(button());
        return push && push->menu();
    }
};

QAccessibleInterface *interfaceFor(const QString &className, QObject *object)
{
    static const QStringList spoken{u"QPushButton"_s, u"QCheckBox"_s, u"QRadioButton"_s};
    auto *button = qobject_cast<QAbstractButton *>(object);
    return button && spoken.contains(className) ? new SpokenButton(button) : nullptr;
}

} // namespace

void speakButtonsPlainly()
{
    // Twice is the same as once.
    QAccessible::installFactory(interfaceFor);
}

} // namespace latchkey::ui
