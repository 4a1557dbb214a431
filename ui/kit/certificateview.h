#pragma once

#include "base/clock.h"

#include <QWidget>

class QLabel;

namespace latchkey::ui {

class SubtleText;

/// Whom a certificate names, how long it holds, and the fingerprint that is compared by eye.
class CertificateView final : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        QString subject;
        QString issuer;
        Timestamp validFrom{};
        Timestamp validUntil{};
        QString fingerprint; ///< `AB:CD:...`
    };

    explicit CertificateView(QWidget *parent = nullptr);

    void setContent(const Content &content);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        SubtleText *name;
        QLabel *value;
    };

    Line addLine();
    void retranslate();

    Content m_content;
    Line m_subject;
    Line m_issuer;
    Line m_valid;
    Line m_fingerprint;
};

} // namespace latchkey::ui
