// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contributions/pages/counter.h"
#include "desk/shell.h"
#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QLayout;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QVBoxLayout;

namespace jubao {

class DayCard;

/**
 * Collection at the counter by the number pad alone (CON-02, CON-09): last four → Enter, tier →
 * Enter, cash → Enter, the number of the form in the printer → Enter. `-` goes back, `*` voids the
 * number of a spoilt form and takes the next, `.` stands for the X of an ID number. What is handed
 * in is `contributions.collect`, as from any other form.
 */
class CounterPage : public QWidget {
    Q_OBJECT

public:
    explicit CounterPage(Shell &shell, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    static constexpr int tiersInARow = 5;
    static constexpr int tierHeight = 27;

    enum class Step { Person, Choose, Tier, Cash, Reason, Form };

    QWidget *buildSteps();
    QWidget *buildPersonPanel();
    QWidget *buildFormPanel();
    QLayout *buildTitle();
    QLineEdit *addStep(QVBoxLayout *column, const char *name, const QString &title,
                       const QString &hint);
    void addTiers(QVBoxLayout *column);

    void go(Step step);
    void back();
    void say(const QString &text);
    QLineEdit *lineOf(Step step) const;
    /** Whether a post held here reaches that far: told before money is counted. */
    bool servesDivision(const QString &division) const;
    bool takeKey(int key, const QString &text);
    void enter();
    void takePerson();
    void choosePerson(const CounterPerson &person);
    void takeTier();
    void takeCash();
    void takeReason();
    void showTiers();
    void showPicked();
    void showChange();
    void showForm();
    void voidNumber();
    void handIn();
    void refused(const QList<Refusal> &refusals);
    /** Nothing of the person shown last stays on the page. */
    void clearPerson();
    void startNext();
    bool isDayClosed() const;
    /** The number of the next form; none when they are used up or the day is closed (CON-15). */
    QString freeNumber() const;
    QJsonObject payload() const;

    Shell &m_shell;
    Step m_step = Step::Person;
    QList<CounterPerson> m_found;
    CounterPerson m_person;
    QList<Money> m_tiers;
    std::optional<Money> m_declared; ///< the year's tier, binding where there is one (CON-01)
    std::optional<Money> m_proposed;
    Money m_amount;
    QString m_number;
    bool m_voiding = false; ///< `*` was pressed once

    QComboBox *m_paper = nullptr; ///< blank paper or pre-printed form: a fact of this counter
    QLineEdit *m_personLine = nullptr;
    QLineEdit *m_tierLine = nullptr;
    QLineEdit *m_cashLine = nullptr;
    QLineEdit *m_reasonLine = nullptr;
    QWidget *m_reasonBox = nullptr;
    QStackedWidget *m_panel = nullptr;
    QListWidget *m_choices = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_detail = nullptr;
    QLabel *m_last = nullptr;
    QWidget *m_tierBox = nullptr;
    QList<QLabel *> m_tierLabels;
    QLabel *m_change = nullptr;
    QLabel *m_due = nullptr; ///< beside the change, which takes its place
    QFrame *m_form = nullptr;
    QLabel *m_formQuestion = nullptr;
    QLabel *m_formKeys = nullptr;
    QMap<QLineEdit *, QLabel *> m_messages; ///< two lines kept under each step
    DayCard *m_day = nullptr;
};

} // namespace jubao
