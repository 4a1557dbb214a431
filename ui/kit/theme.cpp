#include "kit/theme.h"

#include "kit/style.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

namespace latchkey::ui {

namespace {

/// Remembers what the system's own palette said before ours took its place, and asks again when the
/// system changes its mind.
class SystemPalette final : public QObject
{
public:
    static SystemPalette *of(QApplication &application)
    {
        const auto name = QStringLiteral("latchkeySystemPalette");
        auto *found = application.findChild<QObject *>(name, Qt::FindDirectChildrenOnly);
        if (!found) {
            found = new SystemPalette(&application);
            found->setObjectName(name);
        }
        return static_cast<SystemPalette *>(found);
    }

    Theme theme() const { return m_theme; }

    void follow(bool follows, bool isCompact)
    {
        m_isCompact = isCompact;
        // Only while it is needed: a filter on the application sees every event there is.
        if (follows)
            parent()->installEventFilter(this);
        else
            parent()->removeEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange && !m_isAsking) {
            m_isAsking = true; // each window is told; once is enough
            QTimer::singleShot(0, this, [this] { askAgain(); });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    explicit SystemPalette(QApplication *application)
        : QObject(application)
        , m_theme(themeOf(QGuiApplication::palette()))
    {}

    static Theme themeOf(const QPalette &palette)
    {
        const QColor window = palette.color(QPalette::Window);
        const QColor text = palette.color(QPalette::WindowText);
        if (window == QColor(Qt::black) && text == QColor(Qt::white))
            return Theme::HighContrast;
        return window.lightness() < 128 ? Theme::Dark : Theme::Light;
    }

    void askAgain()
    {
        QApplication::setPalette(QPalette());
        m_theme = themeOf(QGuiApplication::palette());
        applyTheme(*static_cast<QApplication *>(parent()), Theme::System, m_isCompact);
        m_isAsking = false;
    }

    Theme m_theme;
    bool m_isCompact = false;
    bool m_isAsking = false;
};

const Colours light{.window = 0xf6f7f9U,
                    .surface = 0xffffffU,
                    .sidebar = 0xeceff3U,
                    .border = 0xcfd5deU,
                    .fieldBorder = 0x7d8898,
                    .quiet = 0xdfe4ea,
                    .text = 0x1b2430U,
                    .subtle = 0x566273U,
                    .accent = 0x2459c4U,
                    .onAccent = 0xffffffU,
                    .danger = 0xb3261eU,
                    .onDanger = 0xffffffU,
                    .warning = 0x875400U,
                    .success = 0x1d6f42U,
                    .hover = 0xe3e8efU,
                    .selection = 0xd9e4fbU,
                    .dangerSurface = 0xfdeceaU,
                    .warningSurface = 0xfff4dcU,
                    .successSurface = 0xe6f5ecU,
                    .accentSurface = 0xe8effdU,
                    .isDark = false};

const Colours dark{.window = 0x171a1fU,
                   .surface = 0x1f2329U,
                   .sidebar = 0x121519U,
                   .border = 0x3a414cU,
                   .fieldBorder = 0x77818f,
                   .quiet = 0x343b45,
                   .text = 0xe7eaefU,
                   .subtle = 0xa7b0beU,
                   .accent = 0x8db4ffU,
                   .onAccent = 0x0b1e42U,
                   .danger = 0xff9c93U,
                   .onDanger = 0x4a0d08U,
                   .warning = 0xf3c26bU,
                   .success = 0x83d6a4U,
                   .hover = 0x2b313aU,
                   .selection = 0x283a5cU,
                   .dangerSurface = 0x3b2020U,
                   .warningSurface = 0x38301dU,
                   .successSurface = 0x1d3327U,
                   .accentSurface = 0x222f48U,
                   .isDark = true};

const Colours highContrast{.window = 0x000000U,
                           .surface = 0x000000U,
                           .sidebar = 0x000000U,
                           .border = 0xffffffU,
                           .fieldBorder = 0xffffff,
                           .quiet = 0x404040,
                           .text = 0xffffffU,
                           .subtle = 0xffffffU,
                           .accent = 0xffff00U,
                           .onAccent = 0x000000U,
                           .danger = 0xff8080U,
                           .onDanger = 0x000000U,
                           .warning = 0xffd040U,
                           .success = 0x60ff90U,
                           .hover = 0x303030U,
                           .selection = 0x003a8cU,
                           .dangerSurface = 0x000000U,
                           .warningSurface = 0x000000U,
                           .successSurface = 0x000000U,
                           .accentSurface = 0x000000U,
                           .isDark = true};

} // namespace

const Colours &coloursOf(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return coloursOf(systemTheme());
    case Theme::Light:
        return light;
    case Theme::Dark:
        return dark;
    case Theme::HighContrast:
        return highContrast;
    }
    Q_UNREACHABLE();
}

const Colours &coloursOf(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    for (const Colours *colours : {&light, &dark, &highContrast}) {
        if (colours->window == window)
            return *colours;
    }
    // A widget with a ground of its own still belongs to the program's theme.
    const QColor ours = QGuiApplication::palette().color(QPalette::Active, QPalette::Window);
    if (ours != window)
        return coloursOf(QGuiApplication::palette());
    return window.lightness() < 128 ? dark : light;
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette(colours.text, colours.surface, colours.surface, colours.border, colours.border,
                     colours.text, colours.onAccent, colours.surface, colours.window);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Light, colours.surface);
    palette.setColor(QPalette::Midlight, colours.hover);
    palette.setColor(QPalette::Mid, colours.border);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::PlaceholderText, colours.subtle);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.quiet);
    palette.setColor(QPalette::ToolTipBase, colours.text);
    palette.setColor(QPalette::ToolTipText, colours.window);
    palette.setColor(QPalette::Shadow, colours.isDark ? QColor(0, 0, 0) : colours.border);
    QColor faint = colours.text;
    faint.setAlphaF(0.45F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

Theme systemTheme()
{
    return SystemPalette::of(*qApp)->theme();
}

void applyTheme(QApplication &application, Theme theme, bool isCompact)
{
    // First of all: it reads the system's palette before ours takes its place.
    SystemPalette::of(application)->follow(theme == Theme::System, isCompact);
    auto *style = qobject_cast<Style *>(QApplication::style());
    if (!style || style->isCompact() != isCompact)
        QApplication::setStyle(new Style(isCompact));
    const QPalette palette = paletteOf(coloursOf(theme));
    if (palette != QApplication::palette())
        QApplication::setPalette(palette);
}

} // namespace latchkey::ui
