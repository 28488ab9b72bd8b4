// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/theme.h"

#include "core/resources.h"
#include <QApplication>
#include <QFont>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPalette>
#include <QProxyStyle>
#include <QPushButton>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>
#include <stdexcept>

namespace jubao {

namespace {

Theme::Face presentFace = Theme::Face::Light;

QJsonObject tokens()
{
    static const QJsonObject all =
        QJsonDocument::fromJson(readResource(QStringLiteral(":/jubao/theme/tokens.json"))).object();
    return all[presentFace == Theme::Face::Light ? u"light" : u"dark"].toObject();
}

class OfficeStyle : public QProxyStyle {
public:
    OfficeStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override
    {
        constexpr int scrollBarWidth = 10;
        return metric == PM_ScrollBarExtent ? scrollBarWidth
                                            : QProxyStyle::pixelMetric(metric, option, widget);
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_EtchDisabledText || hint == SH_ComboBox_Popup
            || hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

QPalette paletteOf(const QJsonObject &all)
{
    const auto token = [&all](const char *name) {
        return QColor(all[QLatin1String(name)].toString());
    };
    QPalette palette;
    palette.setColor(QPalette::Window, token("window"));
    palette.setColor(QPalette::Base, token("surface"));
    palette.setColor(QPalette::AlternateBase, token("raised"));
    palette.setColor(QPalette::Button, token("surface"));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, token("text"));
    palette.setColor(QPalette::ToolTipBase, token("surface"));
    palette.setColor(QPalette::PlaceholderText, token("text3"));
    palette.setColor(QPalette::Highlight, token("primary"));
    palette.setColor(QPalette::HighlightedText, token("onPrimary"));
    palette.setColor(QPalette::Disabled, QPalette::Text, token("disabledText"));
    return palette;
}

} // namespace

void Theme::apply(Face wanted)
{
    presentFace = wanted;
    const QJsonObject all = tokens();
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                      QStringLiteral("Microsoft YaHei UI"), QStringLiteral("PingFang SC"),
                      QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("sans-serif")});
    constexpr int bodyPixels = 14;
    font.setPixelSize(bodyPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
    QApplication::setStyle(new OfficeStyle);
    QApplication::setPalette(paletteOf(all));
    QString sheet = QString::fromUtf8(readResource(QStringLiteral(":/jubao/theme/jubao.qss")));
    QStringList names = all.keys();
    // The longest first, so that @text2 is not read as @text and a 2.
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &name : names)
        sheet.replace(u'@' + name, all[name].toString());
    qApp->setStyleSheet(sheet);
}

Theme::Face Theme::face()
{
    return presentFace;
}

QColor Theme::color(const QString &token)
{
    const QJsonValue value = tokens()[token];
    if (!value.isString())
        throw std::logic_error("no such colour token: " + token.toStdString());
    return QColor(value.toString());
}

QLabel *Theme::label(const QString &text, const char *role)
{
    auto *made = new QLabel(text);
    setProperty(made, "role", QString::fromLatin1(role));
    return made;
}

QPushButton *Theme::button(const QString &text, const char *name)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(text);
    made->setAutoDefault(true);
    return made;
}

void Theme::setProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace jubao
