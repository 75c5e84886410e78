#pragma once

#include <QAbstractItemModel>
#include <QVariant>

/// A role of a row, by its name.
inline QVariant at(const QAbstractItemModel* model, int row, const char* role)
{
    return model->index(row, 0).data(model->roleNames().key(role));
}
